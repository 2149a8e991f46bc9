package org.gongkai.feature.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationIdentityTest {

    @Test
    void tellsWhoHoldsSeveralPostsAndIsInNoFile(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder)
                .file("content/_data/site.yml", "名称: 甲支部\n")
                .file(
                        "content/_data/organisation.yml",
                        """
                        委员会: [{职务: 书记, 姓名: 沈知微, 标识: 金丝雀}, {职务: 组织委员, 姓名: 沈知微, 标识: 金丝雀}, {职务: 宣传委员, 姓名: 沈知微, 标识: 画眉}]
                        人员: [{姓名: 沈知微, 标识: 金丝雀}, {姓名: 沈知微, 标识: 画眉}]
                        任期: {起: 2024-01-01, 止: 2026-12-31}
                        """)
                .published("content/通知/a.md", "标题: 值班安排", "文种: 通知", "发布日期: 2024-05-01")
                .built("--as-of", "2024-06-01");

        assertThat(site.files().values().stream()
                        .map(bytes -> new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .toList())
                .noneMatch(text -> text.contains("金丝雀") || text.contains("画眉"))
                .anyMatch(text -> text.split("兼任", -1).length == 3 && text.contains("宣传委员"));
    }
}
