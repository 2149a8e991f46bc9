package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.history.diff.MarkUnits.Token;
import org.gongkai.history.diff.TextDiff.TokenRun;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes runs of tokens as inline HTML: the newer text in its own elements, marks inside or around them. */
public final class InlineDiffWriter {
    /** Elements around deleted words that are retained; links are not. */
    private static final Set<String> LOOKS = Set.of("strong", "b", "em", "i", "sup", "sub", "code", "u", "s", "small");

    private final List<TokenRun> runs;
    /** The links of the newer text with another target than before, in its order, as they were written last. */
    private final Map<Element, Optional<Element>> retargeted = new LinkedHashMap<>();

    private final Map<Element, Element> newer = new IdentityHashMap<>();
    private final Set<Element> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Element> parts = new ArrayList<>();
    /**
     * The open elements, outermost first: keys are elements of the newer text or runs of marks, values their output.
     */
    private final List<Object> open = new ArrayList<>();

    private final List<Element> made = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean speaks;
    private List<Element> lastPath = List.of();
    private boolean replaces;

    private InlineDiffWriter(List<TokenRun> runs, boolean speaks) {
        this.runs = runs;
        this.speaks = speaks;
        for (TokenRun run : runs) {
            for (int i = 0; i < run.before().size(); i++) {
                match(run.before().get(i).path(), run.tokens().get(i).path());
                Element before = link(run.before().get(i));
                Element now = link(run.tokens().get(i));
                if (now != null && before != null && isElsewhere(before, now)) {
                    retargeted.putIfAbsent(now, Optional.empty());
                }
            }
        }
    }

    /** The output: one element for each paragraph of the newer text, and the number of links with a new target. */
    public record Written(List<Element> parts, int links) {}

    /**
     * Writes runs of tokens.
     *
     * @param speaks whether marks contain words for screen readers, as all do except in further cells of a row
     */
    public static Written write(List<TokenRun> runs, boolean speaks) {
        InlineDiffWriter writer = new InlineDiffWriter(runs, speaks);
        writer.part();
        for (int i = 0; i < runs.size(); i++) {
            writer.run(i);
        }
        writer.close(0);
        List<Element> links =
                writer.retargeted.values().stream().flatMap(Optional::stream).toList();
        links.forEach(link -> link.after(ChangeMarks.note("链接已更换")));
        return new Written(writer.parts, links.size());
    }

    private void match(List<Element> before, List<Element> now) {
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            if (!before.get(i).normalName().equals(now.get(i).normalName())) {
                return;
            }
            newer.putIfAbsent(before.get(i), now.get(i));
        }
    }

    private void part() {
        close(0);
        parts.add(new Element("div"));
    }

    private void run(int at) {
        TokenRun run = runs.get(at);
        boolean isMarked = run.kind() != TokenRun.Kind.EQUAL && run.isSeen();
        replaces = run.kind() == TokenRun.Kind.INSERTED
                && at > 0
                && runs.get(at - 1).kind() == TokenRun.Kind.DELETED
                && runs.get(at - 1).isSeen();
        if (run.kind() == TokenRun.Kind.DELETED) {
            List<Element> base = isMarked ? place(run, at) : List.of();
            for (int i = 0; i < run.tokens().size(); i++) {
                Token token = run.tokens().get(i);
                if (token.kind() == Token.Kind.BREAK) {
                    close(0);
                    ChangeMarks.note("此处原分段", holder());
                } else if (isMarked && token.kind() != Token.Kind.SILENT) {
                    write(run, base.size(), deletedPath(token, base), token.text(), null);
                }
            }
        } else {
            int depth = isMarked ? common(run.tokens()) : -1;
            for (Token token : run.tokens()) {
                if (token.kind() == Token.Kind.BREAK) {
                    part();
                } else {
                    write(isMarked ? run : null, depth, token.path(), token.text(), token.atom());
                    lastPath = token.path();
                }
            }
        }
        // The next run may be of the same kind, but not part of this mark.
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) == run) {
                close(i);
            }
        }
    }

    private void write(TokenRun mark, int depth, List<Element> path, String words, Node atom) {
        List<Object> wanted = new ArrayList<>(path);
        if (mark != null) {
            wanted.add(depth, mark);
        }
        int same = 0;
        while (same < wanted.size() && same < open.size() && wanted.get(same) == open.get(same)) {
            same++;
        }
        if (same < open.size() || same < wanted.size()) {
            close(same);
        }
        for (Object each : wanted.subList(same, wanted.size())) {
            open.add(each);
            Element fresh =
                    each instanceof TokenRun run ? ChangeMarks.open(run, replaces, speaks) : copy((Element) each);
            holder().appendChild(fresh);
            made.add(fresh);
        }
        if (atom == null) {
            text.append(words);
        } else {
            flush();
            holder().appendChild(atom.clone());
        }
    }

    private Element copy(Element source) {
        Element copy = source.shallowClone();
        if (!written.add(source)) {
            copy.removeAttr("id");
        }
        retargeted.computeIfPresent(source, (link, last) -> Optional.of(copy));
        return copy;
    }

    private Element holder() {
        return made.isEmpty() ? parts.get(parts.size() - 1) : made.get(made.size() - 1);
    }

    private void close(int depth) {
        flush();
        while (open.size() > depth) {
            int top = open.size() - 1;
            if (open.remove(top) instanceof TokenRun) {
                ChangeMarks.close(made.get(top), speaks);
            }
            made.remove(top);
        }
    }

    private void flush() {
        if (text.length() > 0) {
            holder().appendChild(new TextNode(text.toString()));
            text.setLength(0);
        }
    }

    /** The elements of the newer text that contained a deleted run, as far as they contain an adjacent run. */
    private List<Element> place(TokenRun run, int at) {
        List<Element> next = at + 1 < runs.size() ? nextPath(at + 1) : List.of();
        List<Element> base = null;
        for (Token token : run.tokens()) {
            List<Element> mapped = new ArrayList<>();
            for (Element each : token.path()) {
                Element now = newer.get(each);
                if (now == null) {
                    break;
                }
                mapped.add(now);
            }
            base = base == null ? mapped : base.subList(0, shared(base, mapped));
        }
        return base.subList(0, Math.max(shared(base, lastPath), shared(base, next)));
    }

    private List<Element> nextPath(int from) {
        for (int i = from; i < runs.size(); i++) {
            if (runs.get(i).kind() != TokenRun.Kind.DELETED) {
                return runs.get(i).tokens().get(0).path();
            }
        }
        return List.of();
    }

    private static List<Element> deletedPath(Token token, List<Element> base) {
        List<Element> path = new ArrayList<>(base);
        for (Element each : token.path().subList(base.size(), token.path().size())) {
            if (LOOKS.contains(each.normalName())) {
                path.add(each);
            }
        }
        return path;
    }

    private static int common(List<Token> tokens) {
        List<Element> path = tokens.get(0).path();
        for (Token token : tokens) {
            path = path.subList(0, shared(path, token.path()));
        }
        return path.size();
    }

    private static int shared(List<Element> a, List<Element> b) {
        int same = 0;
        while (same < a.size() && same < b.size() && a.get(same) == b.get(same)) {
            same++;
        }
        return same;
    }

    private static boolean isElsewhere(Element before, Element now) {
        String leads = now.attr("href");
        // Anchors within the page change with its headings.
        return !leads.startsWith("#") && !leads.equals(before.attr("href"));
    }

    private static Element link(Token token) {
        for (Element element : token.path()) {
            if (element.normalName().equals("a") && element.hasAttr("href")) {
                return element;
            }
        }
        return null;
    }
}
