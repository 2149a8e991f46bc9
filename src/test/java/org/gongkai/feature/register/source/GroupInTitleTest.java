package org.gongkai.feature.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which 党小组 a title names where no field does. */
class GroupInTitleTest {

    @Test
    void isOneThatMetAndNotOneWhoseLeaderIsNamed(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder)
                .file("content/_data/organisation.yml", "支部: 甲\n党小组: [{名称: 管网组}, {名称: 厂区组}]\n")
                .file(
                        "content/_data/registers.yml",
                        "- {标识: visits, 名称: 走访, 文种: [党课, 党小组会], 列: [标题, 党小组 text 标题.党小组]}\n")
                .published("content/党课/a.md", "标题: 管网组组长讲党课", "文种: 党课", "发布日期: 2024-03-01", "主讲人: 管网组组长")
                .published("content/党课/b.md", "标题: 厂区组3月党小组会", "文种: 党小组会", "发布日期: 2024-03-04")
                .published("content/党课/c.md", "标题: 厂区组组长到管网组讲党课", "文种: 党课", "发布日期: 2024-03-05", "主讲人: 厂区组组长");

        String csv = SiteFolder.run(
                        "register",
                        "visits",
                        "--format",
                        "csv",
                        "-s",
                        site.root().toString())
                .out();

        assertThat(csv.lines().map(line -> line.replaceFirst("^[^,]*,(.*),[^,]*$", "$1")))
                .contains("管网组组长讲党课,", "厂区组3月党小组会,厂区组", "厂区组组长到管网组讲党课,管网组");
    }
}
