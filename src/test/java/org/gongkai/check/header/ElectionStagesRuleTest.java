package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;

/** The stages of elections of the committee, each an entry. */
class ElectionStagesRuleTest extends SiteFixture {

    private void stage(String name, String stage, String day, String... more) {
        String[] header = new String[more.length + 4];
        header[0] = "标题: 换届选举" + name;
        header[1] = "文种: 换届选举";
        header[2] = "发布日期: " + day;
        header[3] = "阶段: " + stage;
        System.arraycopy(more, 0, header, 4, more.length);
        site.published("content/" + name + ".md", header);
    }

    @Test
    void stagesInTheirOrderAreRightAlsoWhenSomeAreTakenTogetherOrElectionsFollowEachOther() {
        stage("通知一", "部署换届", "2020-08-06");
        stage("结果一", "公布结果（已批复）", "2020-09-29", "大会日期: 2020-09-20");
        stage("通知", "启动换届", "2023-08-06");
        stage("酝酿", "酝酿候选人", "2023-08-20");
        stage("大会", "选举大会", "2023-09-21", "大会日期: 2023-09-20");
        stage("结果", "公布结果", "2023-09-29", "大会日期: 2023-09-20");
        site.published("content/补选.md", "标题: 补选委员选举结果", "文种: 换届选举", "发布日期: 2024-05-06", "阶段: 公布结果", "大会日期: 2024-05-05");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void anEarlierStageThatIsLaterThanALaterOneIsToldAtItsPlace() {
        stage("通知", "启动换届", "2023-08-06");
        stage("公示", "候选人公示", "2023-09-25");
        stage("大会", "选举大会", "2023-09-29", "大会日期: 2023-09-20");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/公示.md:5:5: 警告 W153 “候选人公示”是2023年9月25日，晚于后面的阶段“选举大会”（2023年9月20日，content/大会.md）；"
                                + "请核对两条的阶段和日期；后来补发的，写上当时的成文日期");
    }

    @Test
    void aStageThatEveryElectionHasIsMissedOnceALaterOneIsPublished() {
        stage("公示", "候选人公示", "2023-09-10");
        stage("结果", "公布结果", "2023-09-29");
        site.published("content/通知.md", "标题: 换届选举通知", "文种: 换届选举", "状态: 草稿", "发布日期: 2023-08-06", "阶段: 启动换届");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/公示.md:5:5: 警告 W154 这次换届公开了“候选人公示”，没有公开“启动换届”；请补发这一阶段的内容，写上当时的成文日期；在别处公开了的可以不改",
                        "content/结果.md:5:5: 警告 W154 这次换届公开了“公布结果”，没有公开“选举大会”；请补发这一阶段的内容，写上当时的成文日期；在别处公开了的可以不改");
    }

    @Test
    void aResultAloneSaysNothingOfHowABranchPublishes() {
        stage("结果", "公布结果", "2023-09-29");

        assertThat(site.build().problems()).isEmpty();
    }
}
