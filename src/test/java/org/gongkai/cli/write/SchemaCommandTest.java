package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;

class SchemaCommandTest extends SiteFixture {

    @Test
    void knowsTheFieldsAndWordsOfAllKinds() {
        site.file("content/_data/kinds.yml", "- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: whom, 类型: person}]}\n");

        assertThat(run("schema", "-s", site.root()).out())
                .contains("\"慰问\"", "\"whom\"", "\"任务项\"", "\"草稿\"", "\"additionalProperties\": false");
    }
}
