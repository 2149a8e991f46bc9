package org.gongkai.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a title end between words. */
class TitlePartsTest {

    @ParameterizedTest
    @CsvSource({
        "示例水务站党支部2024年第7次支部委员会会议纪要, 示例水务站|党支部|2024年|第7次|支部委员会|会议纪要",
        "关于拟确定××同志为发展对象的公示, 关于|拟确定|××同志|为发展对象|的公示",
        "示例水务站党支部2024年度工作总结及2025年工作计划, 示例水务站|党支部|2024年度|工作总结|及2025年|工作计划",
        "支部开展3月主题党日活动（“数一数滴下来的水”）, 支部|开展|3月|主题党日|活动|（“数一数滴下来的|水”）",
        "示例水务站党支部党费收缴、使用和管理办法, 示例水务站|党支部|党费|收缴、|使用|和管理|办法",
        "关于开会的通知, 关于开会的通知",
    })
    void divides(String title, String parts) {
        assertThat(String.join("|", TitleParts.of(title))).isEqualTo(parts);
    }

    @Property
    void losesNothing(@ForAll @CharRange(from = '一', to = '丿') String some, @ForAll String any) {
        String title = some + "关于2024年的通知（" + any + "”）的工作计划";
        assertThat(String.join("", TitleParts.of(title))).isEqualTo(title);
        assertThat(TitleParts.of(title)).allMatch(part -> part.length() >= 2);
    }
}
