package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.io.TextResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@BrowserTest
@DisplayName("A line of a page")
class LineEndsInTextTest {

    /** Pages of one kind that are looked at: the first ones. */
    private static final int OF_EACH = 15;

    private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1440);

    private static final String DATES =
            "(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}年[0-9]{1,2}月|[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final String AMOUNTS =
            "[0-9][0-9.,]*(?:万元|小时|学时|人次|季度|个工作日|[元名人次篇条项个年月日天份件期分场页届处只岁%])|第[一二三四0-9]季度|〔[0-9]{4}〕[0-9]+号";

    /** Offices and groups that the demonstration names, where one stands by itself or between marks. */
    private static final String NAMES =
            "(?<=^|[、，；：（])(?:支部副?书记|(?:组织|宣传|纪检)委员|纪检监督员|(?:厂区|管网|营业)组(?:组长)?)(?=$|[、，；（）])";

    /** A label before what it names. */
    private static final String LABELS = "^[\\u4e00-\\u9fff]{2,4}：";

    /**
     * What of each page goes over the end of a line at some width, and at 390 px in large print. Text that runs over
     * inline elements counts as one. Left out are names and labels in running text, names inside a longer phrase of a
     * cell, and what a script adds later: the hits of a search.
     */
    private static final String BROKEN = TextResource.of(LineEndsInTextTest.class, "broken-lines.js");

    @Test
    @DisplayName("ends in no date, no number and its unit, no name of an office and no label")
    void ends(Browser browser) throws IOException {
        String inProse = DATES + "|" + AMOUNTS;
        String elsewhere = inProse + "|" + NAMES + "|" + LABELS;
        Frames found = Frames.find(browser, 1440, DemoSite.site(), pages(), BROKEN, WIDTHS, inProse, elsewhere);
        assertThat(found.wrong()).isEmpty();
        assertThat(found.seen()).isGreaterThan(5_000);
    }

    /** Pages of each kind; the others look like them. */
    private static List<String> pages() {
        Map<String, List<String>> kinds = DemoSite.site().pages().stream()
                .collect(Collectors.groupingBy(LineEndsInTextTest::kind, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().limit(OF_EACH))
                .toList();
    }

    /** Former versions, or the first folder of a page: its column, the tags, the registers. */
    private static String kind(String page) {
        return page.contains("/history/") ? "history" : page.replaceFirst("/.*", "");
    }
}
