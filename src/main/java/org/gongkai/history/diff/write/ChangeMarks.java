package org.gongkai.history.diff.write;

import java.util.List;
import org.gongkai.history.diff.align.TextDiff.TokenRun;
import org.gongkai.history.diff.align.TextDiff.TokenRun.Kind;
import org.jsoup.nodes.Element;

/**
 * Elements of marks: {@code <ins>} and {@code <del>} with bracketed words that are read aloud and shown
 * without a style sheet, at either end; visible notes for moved text.
 */
public final class ChangeMarks {
    private ChangeMarks() {}

    /** Returns an empty mark with its opening words. */
    static Element open(TokenRun run, boolean replaces, boolean speaks) {
        Element mark = new Element(run.kind().isOld() ? "del" : "ins");
        String word =
                switch (run.kind()) {
                    case DELETED -> "删去";
                    case MOVED_AWAY -> "移走";
                    case MOVED_HERE -> "移来";
                    default -> replaces ? "改为" : "新增";
                };
        if (run.kind() == Kind.MOVED_AWAY || run.kind() == Kind.MOVED_HERE) {
            mark.addClass("moved-sentence");
        }
        if (speaks) {
            mark.appendChild(hidden("〔" + word + "："));
        }
        return mark;
    }

    /** Ends a mark and, for a moved sentence, names its other position. */
    static void close(TokenRun run, Element mark, List<TokenRun> all, boolean speaks) {
        if (speaks) {
            mark.appendChild(hidden("〕"));
        }
        if (run.kind() == Kind.MOVED_AWAY) {
            mark.after(note(isBefore(run, Kind.MOVED_HERE, all) ? "此句移到前面" : "此句移到后面"));
        } else if (run.kind() == Kind.MOVED_HERE) {
            mark.after(note(isBefore(run, Kind.MOVED_AWAY, all) ? "此句由前面移来" : "此句由后面移来"));
        }
    }

    private static boolean isBefore(TokenRun run, Kind kind, List<TokenRun> all) {
        String text = run.text().strip();
        for (TokenRun each : all) {
            if (each == run) {
                return false;
            }
            if (each.kind() == kind && each.text().strip().equals(text)) {
                return true;
            }
        }
        return false;
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
