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
        site.file("content/c.md", "---\n标题: 丙\n文种: 支委会\n发布日期: 2024-10-08\n会议: {应到: 5, 实到: 6}\n---\n\n略\n");
        var ran = SiteFolder.run("contradictions", "-s", site.root().toString());
        assertThat(ran.out())
                .isEqualTo(
                        """
                        错误 1 处：
                        content/c.md:5:17: 错误 E170 实到6人，多于应到5人；请核对；列席的不计入实到
                        警告 1 处：
                        content/b.md:6:13: 警告 W295 支出3500元，超出预算3000元；请核对；确实超支的，在正文里说明
                        共 2 处矛盾，在 2 个文件里。
                        """);
        assertThat(ran.status()).isZero();
    }
}
