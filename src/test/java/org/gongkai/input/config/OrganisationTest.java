package org.gongkai.input.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.input.config.ValidityPeriod.ALWAYS;

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
import org.junit.jupiter.params.provider.CsvFileSource;
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
                "委员会: [副书记, {职务: 副书记, 起: 2024-09-20}, 委员, {职务: 委员, 起: 2024-09-20}, 书记, 书记]\n",
                "党员人数: [{起: 2024-01-01, 数: 17}, {起: 2026-03-01, 数: 19}]\n党小组: [{名称: 甲组, 人数: 19}]\n",
                "党小组: [{name: 甲组, to: 2024-01-31, into: 乙组}, {name: 乙组, from: 2024-02-01, leader: [甲, {name: 乙, from: 2025-01-01}]}]\n",
                "党小组: [{名称: 甲组, 止: 2020-12-31}, {名称: 甲组, 起: 2024-02-01, 人数: 8}]\n党员人数: 8\n",
                "任期: {起: 2024-09-20, 止: 2029-09-19}\n"
            })
    void figuresThatFitOrCannotBeComparedAreNot(String text) {
        read(text);

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "organisation.csv", delimiter = '|', quoteCharacter = '`')
    void aMistakeIsToldWhereItStands(String text, String place, String message) {
        read(text + "\n");

        assertThat(problems.stream().map(Problem::text))
                .containsExactly("content/_data/organisation.yml:" + place + ": 错误 " + message);
    }

    @Test
    void whatItSaysIsThatOfADay() {
        Organisation organisation = read(
                """
                委员会: [{职务: 书记, 姓名: 甲, 止: 2024-09-19}, {职务: 书记, 姓名: 乙, 起: 2024-09-20}, {职务: 组织委员, 姓名: 乙}]
                党小组: [{名称: 泵房组, 止: 2024-06-30, 改称: 运行组}, {名称: 运行组, 起: 2024-07-01, 组长: [丙, {姓名: 丁, 起: 2025-01-01}]}]
                任期: [{起: 2021-09-20, 止: 2024-09-19}, {起: 2024-09-20, 止: 2027-09-19}]
                党员人数: [{起: 2024-01-01, 数: 17}, {起: 2024-08-01, 数: 19}]
                """);
        LocalDate before = LocalDate.of(2024, 6, 30);
        LocalDate after = LocalDate.of(2025, 1, 1);

        assertThat(problems).isEmpty();
        assertThat(organisation.groupNames()).containsExactly("泵房组", "运行组");
        assertThat(organisation.groupNames(before)).containsExactly("泵房组");
        assertThat(organisation.groupNames(after)).containsExactly("运行组");
        assertThat(organisation.groups(after).get(0).leader(after)).isEqualTo("丁");
        assertThat(organisation.members(before)).contains(17);
        assertThat(organisation.members(after)).contains(19);
        assertThat(organisation.members(LocalDate.of(2023, 12, 31))).isEmpty();
        assertThat(organisation.committeeSize(before)).contains(2);
        assertThat(organisation.committeeSize(after)).contains(1);
        assertThat(organisation.term(before).map(Term::to)).contains(LocalDate.of(2024, 9, 19));
        assertThat(organisation.term(after).map(Term::to)).contains(LocalDate.of(2027, 9, 19));
    }

    private Organisation read(String text) {
        return Organisation.read(new YamlReader(), Optional.ofNullable(text), problems::add);
    }
}
