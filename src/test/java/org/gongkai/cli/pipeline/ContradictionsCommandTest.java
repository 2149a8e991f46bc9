package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContradictionsCommandTest {

    @Test
    void listsContradictionsOnly(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder).entry("content/a.md", "标题: 甲", "发布日期: 2024-10-08");
        assertThat(SiteFolder.run("contradictions", "-s", site.root().toString())
                        .out())
                .isEqualTo("没有发现前后矛盾。\n");
        site.file("content/b.md", "---\n标题: 乙\n发布日期: 2024-10-08\n---\n\n预算3000元，实际支出3500元,详见[表](没有.md)。\n");
        var ran = SiteFolder.run("contradictions", "-s", site.root().toString());
        assertThat(ran.out())
                .isEqualTo(
                        """
                        content/b.md:6:13: 警告 W295 支出3500元，超出预算3000元；请核对；确实超支的，在正文里说明
                        共 1 处矛盾，在 1 个文件里。
                        """);
        assertThat(ran.status()).isZero();
    }
}
