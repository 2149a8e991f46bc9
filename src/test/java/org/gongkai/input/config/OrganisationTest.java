package org.gongkai.input.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.input.config.InForce.ALWAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.Organisation.Count;
import org.gongkai.input.config.Organisation.Group;
import org.gongkai.input.config.Organisation.Leader;
import org.gongkai.input.config.Organisation.Member;
import org.gongkai.input.config.Organisation.Term;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aBranchThatSaysNothingIsUnknown() {
        assertThat(read(null)).isEqualTo(Organisation.unknown());
        assertThat(read("# 还没有写\n")).isEqualTo(Organisation.unknown());
        assertThat(problems).isEmpty();
    }

    @Test
    void readsTheShapeOfABranch() {
        Organisation organisation = read(
                """
                支部: 第一党支部
                委员会: [{职务: 书记, 姓名: 李某}, {职务: 组织委员}, 宣传委员]
                党小组: [{名称: 管网组, 组长: 管网组组长, 人数: 8}, 厂区组]
                任期: {起: 2024-09-20, 止: 2027-09-19}
                党员人数: 19
                """);

        assertThat(problems).isEmpty();
        assertThat(organisation)
                .isEqualTo(new Organisation(
                        true,
                        "第一党支部",
                        Optional.empty(),
                        List.of(
                                new Member("书记", "李某", ALWAYS),
                                new Member("组织委员", "", ALWAYS),
                                new Member("宣传委员", "", ALWAYS)),
                        List.of(
                                new Group(
                                        "管网组",
                                        List.of(new Leader("管网组组长", ALWAYS)),
                                        List.of(new Count(8, ALWAYS)),
                                        ALWAYS,
                                        ""),
                                new Group("厂区组", List.of(), List.of(), ALWAYS, "")),
                        List.of(new Term(LocalDate.of(2024, 9, 20), LocalDate.of(2027, 9, 19))),
                        List.of(new Count(19, ALWAYS)),
                        List.of()));
    }

    @Test
    void aBranchWithoutCommitteeAndGroupsIsKnownToHaveNone() {
        Organisation organisation = read("branch: 第二党支部\nmembers: 5\n");

        assertThat(organisation.known()).isTrue();
        assertThat(organisation.committee()).isEmpty();
        assertThat(organisation.groups()).isEmpty();
    }

    @Test
    void aTermOfAnUnusualLengthIsToldButCounts() {
        Organisation organisation = read("任期: {起: 2024-09-20, 止: 2028-03-19}\n");

        assertThat(organisation.terms())
                .containsExactly(new Term(LocalDate.of(2024, 9, 20), LocalDate.of(2028, 3, 19)));
        assertThat(problems.stream().map(Problem::text))
                .containsExactly("content/_data/organisation.yml:1:24: 警告 W176 任期 2024-09-20 至 2028-03-19 不是三年，也不是五年；"
                        + "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改");
    }

    @Test
    void membersThatAreNotTheSumOfTheGroupsAreTold() {
        read("党小组: [{名称: 甲组, 人数: 8}, {名称: 乙组, 人数: 9}]\n党员人数: 19\n");

        assertThat(problems.stream().map(Problem::text))
                .containsExactly("content/_data/organisation.yml:2:7: 警告 W133 党员人数19，各党小组相加是17；"
                        + "请核对党员人数和各党小组的人数；有党员不编入党小组的可以不改");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "党小组: [{名称: 甲组, 人数: 8}, {名称: 乙组, 人数: 11}]\n党员人数: 19\n",
                "党小组: [{名称: 甲组, 人数: 8}, 乙组]\n党员人数: 19\n",
                "党小组: [{名称: 甲组, 人数: 8}]\n",
                "党员人数: 19\n",
                "任期: {起: 2024-09-20, 止: 2027-10-15}\n",
                "任期: {起: 2024-09-20, 止: 2029-09-19}\n"
            })
    void figuresThatFitOrCannotBeComparedAreNot(String text) {
        read(text);

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    - 甲                                         | 1:1  | E133 这个文件应由“名称: 值”组成；例如：支部: 第一党支部
                    党小祖: []                                   | 1:1  | E103 不认识的字段“党小祖”；您是不是要写“党小组”
                    委员会: [[书记]]                             | 1:7  | E133 “委员会”的每一项应由“名称: 值”组成；每一项写：- {职务: 书记, 姓名: 可不写}
                    委员会: [{姓名: 李某}]                       | 1:7  | E133 没有写“职务”；每一项写：- {职务: 书记, 姓名: 可不写}
                    党小组: [{组长: 李某}]                       | 1:7  | E133 没有写“名称”；每一项写：- {名称: 管网组, 组长: 管网组组长, 人数: 8}
                    党小组: [甲组, 甲组]                         | 1:11 | E133 “名称”“甲组”写了两次；第1行已有，请各写一个不同的（不分大小写）
                    党小组: [{名称: 甲组, 人数: 八}]             | 1:20 | E133 “人数”不能写“八”；可以写：0 到 99999 的数字
                    党员人数: 十九                               | 1:7  | E133 “人数”不能写“十九”；可以写：0 到 99999 的数字
                    任期: [[三年]]                               | 1:5  | E133 “任期”的每一项应由“名称: 值”组成；例如 任期: {起: 2024-09-20, 止: 2027-09-19}
                    任期: {起: 2024-09-20}                       | 1:5  | E133 没有写“止”；例如 任期: {起: 2024-09-20, 止: 2027-09-19}
                    任期: {起: 2024-09-31, 止: 2027-09-19}       | 1:9  | E133 “起”不能写“2024-09-31”；可以写：2024-09-01 这样的日期，并且要有这一天
                    任期: {起: 2027-09-20, 止: 2024-09-19}       | 1:24 | E133 任期的截止日期2024-09-19早于开始日期2027-09-20；请核对起止日期
                    """)
    void aMistakeIsToldWhereItStands(String text, String place, String message) {
        read(text + "\n");

        assertThat(problems.stream().map(Problem::text))
                .containsExactly("content/_data/organisation.yml:" + place + ": 错误 " + message);
    }

    private Organisation read(String text) {
        return Organisation.read(new YamlReader(), Optional.ofNullable(text), problems::add);
    }
}
