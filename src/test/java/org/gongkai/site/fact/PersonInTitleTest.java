package org.gongkai.site.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonInTitleTest {

    @ParameterizedTest
    @CsvSource({
        "关于拟接收林晓禾同志为中共预备党员的公示, 林晓禾",
        "关于确定林晓禾同志为入党积极分子的公示, 林晓禾",
        "关于林晓禾同志按期转正的公示, 林晓禾",
        "关于拟接收何一鸣同志为中共预备党员的公示, 何一鸣",
        "关于预备党员林晓禾同志转正的公示, 林晓禾",
        "第一党支部关于拟将何清同志列为发展对象的公示, 何清",
        "关于拟接收欧阳知行同志为中共预备党员的公示, 欧阳知行",
        "关于拟接收迪丽·艾山同志为中共预备党员的公示, 迪丽·艾山",
        "关于拟接收一名同志为中共预备党员的公示,",
        "关于确定周望舒等2名同志为入党积极分子的公示,",
        "关于拟接收林某同志为中共预备党员的公示,",
        "关于拟接收张*同志为中共预备党员的公示,",
        "关于接收预备党员的公示,"
    })
    void namesOnePerson(String title, String person) {
        assertThat(EntryFacts.personIn(title)).isEqualTo(Optional.ofNullable(person));
    }
}
