package org.gongkai.history.diff;

import java.util.List;
import java.util.function.ToIntFunction;
import org.gongkai.history.diff.Alignment.StepBudget;
import org.gongkai.history.diff.write.ChangeSize;
import org.gongkai.history.diff.write.ChangeSize.ChangeCounter;
import org.gongkai.history.diff.write.ChangedPart;
import org.gongkai.history.diff.write.ChangedSentence;
import org.gongkai.history.diff.write.ReplacementDiff;
import org.gongkai.history.diff.write.SectionNames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Compares two versions of a body. Stateless and safe for use by multiple threads. */
public final class BodyDiff {

    /**
     * Marks the changes in the newer version.
     *
     * @param before safe HTML of the older version
     * @param now safe HTML of the newer version
     * @return the whole newer version; removed blocks stand at their former positions
     */
    public MarkedBody compare(String before, String now) {
        return compare(before, now, false, body -> 0);
    }

    /**
     * Compares an entry with another that it replaces: a table with each article or section of both, in which nothing
     * is paired with what stands under another heading. A quotation before the text is an editor's note, as that a
     * document is repealed, and left out.
     */
    public MarkedBody columns(String before, String now) {
        return compare(withoutNotes(before), withoutNotes(now), true, ReplacementDiff::arrange);
    }

    private static String withoutNotes(String html) {
        Element body = parse(html);
        for (Element note : body.select("blockquote, .admonitionblock")) {
            if (body.text().startsWith(note.text())) {
                note.remove();
            }
        }
        return body.html();
    }

    private static MarkedBody compare(String before, String now, boolean strict, ToIntFunction<Element> numbering) {
        Element older = parse(before);
        Element newer = parse(now);
        String unmarked = newer.html();
        boolean differs = !older.html().equals(unmarked);
        ChangeCounter counter = new ChangeCounter();
        if (differs) {
            new FlowDiff(strict, new StepBudget(), counter).compare(older, newer);
        }
        List<ChangedPart> parts = differs ? SectionNames.of(newer) : List.of();
        List<ChangedSentence> sentences = differs && !strict ? ChangedSentence.of(newer) : List.of();
        int places = numbering.applyAsInt(newer);
        return new MarkedBody(
                differs || strict ? newer.html() : unmarked, counter.amount(differs), parts, sentences, places);
    }

    private static Element parse(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        // Deletions and insertions that the author marked are no changes.
        document.body().select("del").forEach(each -> each.tagName("s"));
        document.body().select("ins").forEach(each -> each.tagName("u"));
        return document.body();
    }

    /**
     * The newer of two bodies with changes marked.
     *
     * @param html safe HTML: the whole newer body with {@code <ins>}, {@code <del>} and short notes
     * @param amount how much changed
     * @param parts the sections and tables that changed, in order
     * @param sentences the sentences that changed, in order
     * @param places the number of the last marked place; 0 if places are not numbered
     */
    public record MarkedBody(
            String html, ChangeSize amount, List<ChangedPart> parts, List<ChangedSentence> sentences, int places) {}
}
