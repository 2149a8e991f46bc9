package org.gongkai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {

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
