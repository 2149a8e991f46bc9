package org.gongkai.cli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCommandTest {

    private static final String NOTICES =
            """
            - 标识: meetings
              停用: 是
            - 标识: theme-days
              停用: 是
            - 标识: notices
              名称: 通知登记
              文种: [通知]
              年: [发布日期]
              列: [发布日期 date, 标题]
              排序: [发布日期]
              应有:
                - {事项: 通知, 每: 季度, 依据: 每季度一次}
            - 标识: empty
              名称: 讲座登记
              文种: [党课]
              列: [标题]
            """;

    @TempDir
    private Path folder;

    private SiteFolder site;

    @BeforeEach
    void aSite() {
        site = new SiteFolder(folder.resolve("site"))
                .file("content/_data/registers.yml", NOTICES)
                .published("content/通知/a.md", "标题: 关于值班的通知", "文种: 通知", "发布日期: 2023-11-20")
                .published("content/通知/b.md", "标题: 关于停水的通知", "文种: 通知", "发布日期: 2024-05-06");
    }

    @Test
    void listsAllRegisters() {
        assertThat(register()).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void showsOne() {
        assertThat(register("通知登记")).isEqualTo(new Ran(0, "", ""));
    }

    private Ran register(String... more) {
        List<String> args =
                new ArrayList<>(List.of("register", "-s", site.root().toString()));
        args.addAll(List.of(more));
        return SiteFolder.run(args.toArray(String[]::new));
    }
}
