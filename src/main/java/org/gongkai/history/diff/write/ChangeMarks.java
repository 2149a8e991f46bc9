package org.gongkai.history.diff.write;

import org.gongkai.history.diff.TextDiff.TokenRun;
import org.gongkai.history.diff.TextDiff.TokenRun.Kind;
import org.jsoup.nodes.Element;

/**
 * Elements of marks: {@code <ins>} and {@code <del>} with bracketed words that are read aloud and shown
 * without a style sheet, at either end; visible notes for moved text.
 */
public final class ChangeMarks {
    private ChangeMarks() {}

    /** Returns an empty mark with its opening words. */
    static Element open(TokenRun run, boolean replaces, boolean speaks) {
        Element mark = new Element(run.kind() == Kind.DELETED ? "del" : "ins");
        String word = run.kind() == Kind.DELETED ? "删去" : replaces ? "改为" : "新增";
        if (speaks) {
            mark.appendChild(hidden("〔" + word + "："));
        }
        return mark;
    }

    /** Ends a mark. */
    static void close(Element mark, boolean speaks) {
        if (speaks) {
            mark.appendChild(hidden("〕"));
        }
    }

    static Element hidden(String words) {
        return new Element("span").addClass("vh").text(words);
    }

    public static Element note(String words) {
        return new Element("span").addClass("change-note").text("〔" + words + "〕");
    }

    static void note(String words, Element holder) {
        holder.appendChild(note(words));
    }
}
