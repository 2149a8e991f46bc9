package org.gongkai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.check.file.Invented;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final String MOBILE = Invented.mobile();

    @Test
    void findsIdentityNumbersOfAnyGrouping() {
        String id = Invented.id("19000101");

        assertThat(found("身份证号：" + id + "。")).containsExactly("ID_NUMBER " + id + " 5");
        assertThat(found(id.substring(0, 6) + " " + id.substring(6, 14) + " " + id.substring(14)))
                .containsExactly("ID_NUMBER " + id + " 0");
        assertThat(found(id.substring(0, 6) + "-" + id.substring(6, 14) + "-" + id.substring(14)))
                .containsExactly("ID_NUMBER " + id + " 0");
        assertThat(found("编号ID" + id)).containsExactly("ID_NUMBER " + id + " 4");
    }

    @Test
    void findsIdentityNumbersThatEndInX() {
        String id = Invented.idWithX();

        assertThat(found(id)).containsExactly("ID_NUMBER " + id + " 0");
        assertThat(found(id.replace('X', 'x'))).containsExactly("ID_NUMBER " + id + " 0");
    }

    @Test
    void takesNoOtherNumberForAnIdentityNumber() {
        String id = Invented.id("19000101");

        assertThat(found("1" + id)).isEmpty();
        assertThat(found(id + "0")).isEmpty();
        assertThat(found(Invented.id("19000231"))).isEmpty();
    }

    @Test
    void suspectsMistypedIdentityNumbersAndThoseOfFifteenDigits() {
        String id = Invented.id("19000101");
        String mistyped = id.substring(0, 17) + (char) ('0' + (id.charAt(17) - '0' + 1) % 10);

        assertThat(found("身份证号" + mistyped)).containsExactly("LIKELY_ID_NUMBER " + mistyped + " 4");
        assertThat(found(mistyped.substring(0, 17) + "x。"))
                .hasSize(1)
                .allMatch(it -> it.startsWith("LIKELY_ID_NUMBER"));
        assertThat(found("sha" + mistyped + "e")).isEmpty();
        assertThat(found("119999000101999")).containsExactly("LIKELY_ID_NUMBER 119999000101999 0");
        assertThat(found("119999001301999")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "手机%3$s",
                "%1$s %2$s %2$s",
                "%1$s-%2$s-%2$s",
                "+86%3$s",
                "+86 %1$s %2$s %2$s",
                "86-%3$s",
                "1. %3$s",
                "tel:%3$s",
                "Tel%3$s",
                "（%3$s）",
                "%1$s %2$s%2$s，"
            })
    void findsMobileNumbers(String text) {
        assertThat(found(String.format(text, "130", "0000", MOBILE)))
                .hasSize(1)
                .allMatch(f -> f.startsWith("MOBILE " + MOBILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "内存=1%d",
                "内存：1%d",
                "容量为 1%d",
                "{\"size\": 1%d}",
                "usedMemory=1%d",
                "total_bytes = 1%d",
                "1%d 字节",
                "1%d元",
                "共1%d MB",
                "for i := 1%d; i++",
                "where phone >= 1%d and",
                "if (i < 1%d)",
                "i < 1%d+1000",
                "尺寸 1380 1500 200 的三种"
            })
    void leavesQuantities(String text) {
        assertThat(found(text.replace("1%d", MOBILE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "手机=%s",
                "phone: %s",
                "setPhone(\"%s\")",
                "某甲=%s",
                "某甲 <%s>",
                "> %s",
                "> > %s",
                "<td>%s</td>",
                "<td> %s </td>",
                "| 某甲 | %s |",
                "id=%s",
                "%s/0571-88000000",
                "%s元旦值班",
                "值班：某甲%s",
                "`%s`",
                "编号：%s",
                "电话是%s，",
                "手机号为“%s”"
            })
    void findsMobileNumbersAmongOtherWords(String text) {
        assertThat(found(text.replace("%s", MOBILE))).containsExactly("MOBILE " + MOBILE + " " + text.indexOf("%s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"手机 1300000 0000", "电话：1300 0000 000", "| 1300 0000000 |", "1300000-0000"})
    void findsMobileNumbersInRareGroupsWhereATelephoneIsMeant(String text) {
        assertThat(found(text)).hasSize(1);
    }

    @Test
    void knowsTheNumberingPlan() {
        for (String segment : List.of("140", "143", "144", "154", "160", "164", "179", "194")) {
            assertThat(found("电话" + segment + "00000000")).as(segment).isEmpty();
        }
        for (String segment : List.of(
                "139", "145", "147", "149", "153", "159", "162", "166", "170", "178", "189", "190", "192", "199")) {
            assertThat(found("电话" + segment + "00000000")).as(segment).hasSize(1);
        }
        assertThat(found("电话13800138000")).as("a number of a carrier").isEmpty();
    }

    @Test
    void findsDigitsOfFullWidth() {
        StringBuilder wide = new StringBuilder();
        MOBILE.chars().forEach(c -> wide.append((char) (c - '0' + '０')));

        assertThat(found(wide.toString())).containsExactly("MOBILE " + MOBILE + " 0");
    }

    @Test
    void findsEachOfSeveral() {
        assertThat(found("甲 " + MOBILE + " 乙 " + MOBILE)).hasSize(2);
        assertThat(found(MOBILE + " " + MOBILE)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SLSW01/2024-00012",
                "000000000-2020-00008",
                "150-2024-0001-7",
                "2024-150-2024-0001",
                "示例发〔2024〕12号 2024年5月1日",
                "2024-01-15 2024-02-15 2024-03-15",
                "合计 12345678901.50 元",
                "13,000,000,000 元",
                "ISBN 978-7-5000-0000-1",
                "ISBN 9787500000001",
                "0571-88000000",
                "400-000-0000",
                "a13000000000f",
                "130****0000",
                "135 20240501",
                "20240501123000",
                "统一社会信用代码 91110000000000000A",
                "1 300 000 0000",
                "一三〇"
            })
    void takesNoOtherNumberForAMobileNumber(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void findsBankCards() {
        String card = Invented.card(19);
        String grouped = card.replaceAll("(.{4})(?=.)", "$1 ");

        assertThat(found("卡号" + card)).containsExactly("BANK_CARD " + card + " 2");
        assertThat(found(grouped)).containsExactly("BANK_CARD " + card + " 0");
        assertThat(found(Invented.card(16))).hasSize(1);
        assertThat(found("7" + card.substring(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "出生年月日：1990年1月2日",
                "出生日期 | 1990-01-02",
                "出生于1990年01月02日",
                "生日：1990.1.2",
                "甲，1990年1月2日出生",
                "甲，1990年1月2日生，",
                "甲，1990.01.02生。"
            })
    void findsDaysOfBirth(String text) {
        assertThat(found(text)).hasSize(1).allMatch(f -> f.startsWith("BIRTH_DATE 19900102"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990年1月出生",
                "出生年月：1990年1月",
                "党的生日是1921年7月1日",
                "2024年5月1日生效",
                "2024.05.01生产",
                "2024年5月1日，生活会",
                "1893年12月26日出生",
                "发生于2024年5月1日"
            })
    void leavesOtherDays(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void suspectsHomeAddresses() {
        assertThat(found("住甲乙路12号3栋402室。")).containsExactly("HOME_ADDRESS 住甲乙路12号3栋 0");
        assertThat(found("家庭住址：甲乙社区3组12号")).containsExactly("HOME_ADDRESS 甲乙社区3组 5");
        assertThat(found("| 住址 | 甲乙村5组 |")).containsExactly("HOME_ADDRESS 甲乙村5组 7");
        assertThat(found("家庭住址不写门牌号；住址：见纸质公示。")).isEmpty();
        assertThat(found("在三楼302室")).isEmpty();
        assertThat(found("甲乙路12号办公楼会议室")).isEmpty();
        assertThat(found("沿线道路共清理3栋")).isEmpty();
    }

    private static List<String> found(String text) {
        return new PersonalData()
                .scan(text).stream()
                        .map(p -> p.kind() + " " + p.value() + " " + p.start())
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"张甲", "李乙丙", "欧阳丁", "司马戊己", "赵科", "孙会"})
    void takesNamesOfPersons(String name) {
        assertThat(PersonNames.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "办公室",
                "党支部",
                "财务科",
                "水利局",
                "管理员",
                "党委会",
                "第一支部",
                "工程中心",
                "微软用户",
                "用户",
                "雨林木风",
                "支部书记",
                "示例公司",
                "Administrator",
                "示例市水务站"
            })
    void leavesOfficesAndProgramsAlone(String name) {
        assertThat(PersonNames.isName(name)).isFalse();
    }
}
