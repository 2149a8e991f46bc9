package org.gongkai.check.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text must agree with the table that it attaches, unless its numbers are about something else. */
class AttachedTotalsRuleTest extends FolderFixture {

    private static final String DUES = "季度,应交人数,实交金额（元）\n第一季度,19,\"5,742.00\"\n第二季度,19,5742\n第三季度,18,5760\n全年,,17244\n";

    private List<String> problems(String table, String body) {
        SiteFolder site = new SiteFolder(folder).file("content/附件/表.csv", table);
        site.file("content/a.md", "---\n标题: 党费\n发布日期: 2025-10-08\n附件: [{文件: 附件/表.csv, 名称: 党费表}]\n---\n" + body + "\n");
        return site.build().problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            前三个季度实交17424元。 | 6:6: 警告 W395 这里写的是17424，附件“党费表”里“实交金额”一共是17244；请核对正文和附件，两处写成一样
            前三个季度实交金额合计 17,424 元，见附件。 | 6:6: 警告 W395 这里写的是17424，附件“党费表”里“实交金额”一共是17244；请核对正文和附件，两处写成一样
            党费表共99999999999999999999项。 | 6:1: 警告 W395 这里写的是99999999999999999999，附件“党费表”里一共有3；请核对正文和附件，两处写成一样
            党费表列了4个季度，共4项。 | 6:1: 警告 W395 这里写的是4，附件“党费表”里一共有3；请核对正文和附件，两处写成一样
            """)
    void whatContradictsItIsTold(String body, String told) {
        assertThat(problems(DUES, body)).containsExactly("content/a.md:" + told);
    }

    @Test
    void aLongTableIsComparedToo() {
        String rows = IntStream.range(0, 5000)
                .mapToObj(i -> "第" + i + "户," + i + ".5\n")
                .collect(Collectors.joining());

        assertThat(problems("户名,补助金额（元）\n" + rows, "补助金额合计12500001元，见附件。"))
                .containsExactly("content/a.md:6:1: 警告 W395 这里写的是12500001，附件“党费表”里“补助金额”一共是12500000；请核对正文和附件，两处写成一样");
    }

    /** Under git what was found is kept; a table that changes is read again. */
    @Test
    void isFoundAgainInAnotherBuild() throws Exception {
        GitFolder git = new GitFolder(folder);
        problems(DUES, "前三个季度实交17424元。");
        git.commit("2025-10-08", "甲委员", "党费");
        SiteFolder site = new SiteFolder(folder);

        assertThat(site.build().problems()).isEqualTo(site.build().problems()).hasSize(1);
        site.file("content/附件/表.csv", DUES.replace("5760", "5940").replace("17244", "17424"));
        assertThat(site.build().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "前三个季度实交17244元。",
        "实交17244元；上年实交16000元，其中补交实交300元。",
        "第二季度实交5742元，上半年实交11484元。",
        "实交20000元，内业组实交3000元。",
        "去年实交20000元。",
        "每人实交30元，计划实交20000元。",
        "应交19人，党费表有3项。",
        "名单上有12人。"
    })
    void whatIsAboutSomethingElseIsNot(String body) {
        assertThat(problems(DUES, body)).isEmpty();
    }
}
