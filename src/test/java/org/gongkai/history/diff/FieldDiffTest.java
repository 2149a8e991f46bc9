package org.gongkai.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldDiffTest {

    private static Map<String, String> header(String... labelsAndTexts) {
        Map<String, String> header = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) {
            header.put(labelsAndTexts[i], labelsAndTexts[i + 1]);
        }
        return header;
    }

    @Test
    void onlyFieldsThatChangedAreTold() {
        assertThat(new FieldDiff()
                        .compare(
                                header("标题", "关于值班的通知", "责任人", "组织委员", "文种", "通知", "标签", "值班"),
                                header("标题", "关于汛期值班的通知", "文种", "通知", "失效日期", "2025年9月30日", "标签", "值班")))
                .extracting(change -> change.name() + " " + change.before() + "→" + change.now())
                .containsExactly("标题 关于值班的通知→关于汛期值班的通知", "责任人 组织委员→", "失效日期 →2025年9月30日");
    }
}
