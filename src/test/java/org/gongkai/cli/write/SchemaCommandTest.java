package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.util.Optional;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.schema.KindSchema;
import org.gongkai.io.Json;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Test;

class SchemaCommandTest extends SiteFixture {

    @Test
    void writesTheSchemaOfHeaders() {
        Ran ran = run("schema", "-s", site.root());

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().strip())
                .isEqualTo(Json.indented(new KindSchema(
                                Kinds.builtIn(new YamlReader()),
                                Catalogue.read(new YamlReader(), Optional.empty(), problem -> {})
                                        .names())
                        .schema()));
    }

    @Test
    void knowsTheKindsOfTheSite() {
        site.file("content/_data/kinds.yml", "- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: whom, 类型: person}]}\n");

        assertThat(run("schema", "-s", site.root()).out())
                .contains("\"慰问\"", "\"whom\"", "\"任务项\"", "\"草稿\"", "\"additionalProperties\": false");
    }
}
