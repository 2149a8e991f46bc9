package org.gongkai.history.diff;

import org.gongkai.history.diff.align.StepBudget;
import org.gongkai.history.diff.write.ChangeCounter;
import org.gongkai.history.diff.write.MarkedBody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Compares two versions of a body. It keeps nothing, so that many threads may use one. */
public final class BodyDiff {

    /**
     * Marks in the newer version what changed.
     *
     * @param before safe HTML of the older version
     * @param now safe HTML of the newer version
     * @return the newer version, whole; removed blocks stand where they stood
     */
    public MarkedBody compare(String before, String now) {
        Element older = parse(before);
        Element newer = parse(now);
        String unmarked = newer.html();
        boolean differs = !older.html().equals(unmarked);
        ChangeCounter tally = new ChangeCounter();
        if (differs) {
            new FlowDiff(new StepBudget(), tally).compare(older, newer);
        }
        return new MarkedBody(differs ? newer.html() : unmarked, tally.amount(differs));
    }

    private static Element parse(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        // What a writer struck out or underlined is no change.
        document.body().select("del").forEach(each -> each.tagName("s"));
        document.body().select("ins").forEach(each -> each.tagName("u"));
        return document.body();
    }
}
