package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tables as in GitHub Flavored Markdown §4.10; the library's own extension has other rules and compiles a pattern for
 * each document. Two deviations: a line without a pipe ends a table, because authors write notes directly below one,
 * and {@code [text]} below a table is its caption.
 */
public final class GfmTables implements ParagraphPreProcessor {
    private static final Pattern DELIMITER = Pattern.compile("[|: \\t\n]*+-[-|: \\t\n]*+");
    private static final Pattern HYPHENS = Pattern.compile(":?-++:?");

    private final ParagraphBudget budget = new ParagraphBudget();

    /** Makes one instance for each document, after definitions of links have been taken out. */
    public static ParagraphPreProcessorFactory factory() {
        return ParagraphBudget.factory(Set.of(ReferencePreProcessorFactory.class), GfmTables::new);
    }

    /** Inserts the tables of a paragraph before it, and the lines above each as separate paragraphs. */
    @Override
    public int preProcessBlock(Paragraph block, ParserState state) {
        List<BasedSequence> lines = block.getContentLines();
        int done = 0;
        for (int head = head(lines, 0); head >= 0; head = head(lines, done)) {
            if (head > done) {
                Paragraph above = new Paragraph();
                above.setContent(block, done, head);
                budget.spend(above.getContentLines());
                state.getInlineParser().parse(above.getContentChars(), above);
                block.insertBefore(above);
            }
            TableBlock table = table(lines, head, state.getInlineParser());
            block.insertBefore(table);
            state.blockAdded(table);
            done = head + table.getLineCount() + (table.getLastChild() instanceof TableCaption ? 1 : 0);
        }
        budget.spend(lines.subList(done, lines.size()));
        return done == 0 ? 0 : lines.get(done - 1).getEndOffset() - block.getStartOffset();
    }

    private static TableBlock table(List<BasedSequence> lines, int head, InlineParser inlines) {
        int end = head + 2;
        while (end < lines.size() && hasBar(lines.get(end))) {
            end++;
        }
        List<TableCell.Alignment> columns = alignments(lines.get(head + 1));
        TableBlock table = new TableBlock(lines.subList(head, end));
        TableHead names = new TableHead(lines.get(head).subSequence(0, 0));
        names.appendChild(row(lines.get(head), columns, true, inlines));
        table.appendChild(names);
        TableBody body = new TableBody(lines.get(end - 1).subSequence(0, 0));
        for (BasedSequence line : lines.subList(head + 2, end)) {
            body.appendChild(row(line, columns, false, inlines));
        }
        table.appendChild(body);
        if (end < lines.size() && isCaption(lines.get(end))) {
            table.appendChild(caption(lines.get(end), inlines));
        }
        return table;
    }

    /** Returns the index of the next header row: a line above a delimiter row with as many cells. */
    private static int head(List<BasedSequence> lines, int from) {
        for (int i = from + 1; i < lines.size(); i++) {
            BasedSequence line = lines.get(i);
            BasedSequence above = lines.get(i - 1);
            if (isDelimiter(line)
                    && (hasBar(above) || hasBar(line))
                    && cells(line).size() == cells(above).size()) {
                return i - 1;
            }
        }
        return -1;
    }

    private static TableRow row(
            BasedSequence line, List<TableCell.Alignment> columns, boolean isHead, InlineParser inlines) {
        TableRow row = new TableRow(line);
        List<BasedSequence> cells = cells(line);
        for (int i = 0; i < cells.size(); i++) {
            BasedSequence text = cells.get(i);
            TableCell cell = new TableCell(text);
            cell.setText(text);
            cell.setHeader(isHead);
            cell.setAlignment(i < columns.size() ? columns.get(i) : null);
            inlines.parse(text, cell);
            row.appendChild(cell);
        }
        return row;
    }

    private static boolean isCaption(BasedSequence line) {
        BasedSequence text = line.trim();
        return text.length() > 2 && text.startsWith("[") && text.endsWith("]");
    }

    private static Node caption(BasedSequence line, InlineParser inlines) {
        BasedSequence text = line.trim();
        TableCaption caption = new TableCaption(
                text.subSequence(0, 1), text.subSequence(1, text.length() - 1), text.subSequence(text.length() - 1));
        inlines.parse(caption.getText(), caption);
        caption.setCharsFromContent();
        return caption;
    }

    private static boolean hasBar(BasedSequence line) {
        return line.indexOf('|') >= 0;
    }

    /** Returns the trimmed texts between pipes; a pipe after a backslash is text, even in code. */
    private static List<BasedSequence> cells(BasedSequence line) {
        BasedSequence text = line.trim();
        List<BasedSequence> cells = new ArrayList<>();
        int from = text.startsWith("|") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '|') {
                cells.add(text.subSequence(from, i).trim());
                from = i + 1;
            }
        }
        if (from < text.length()) {
            cells.add(text.subSequence(from, text.length()).trim());
        }
        return cells;
    }

    /** Whether a line is a delimiter row: hyphens, pipes and colons. */
    private static boolean isDelimiter(BasedSequence line) {
        return DELIMITER.matcher(line).matches()
                && cells(line).stream().allMatch(cell -> HYPHENS.matcher(cell).matches());
    }

    /** Returns the alignment of each column; {@code null} where none is given. */
    private static List<TableCell.Alignment> alignments(BasedSequence delimiter) {
        List<TableCell.Alignment> alignments = new ArrayList<>();
        for (BasedSequence cell : cells(delimiter)) {
            boolean left = cell.startsWith(":");
            boolean right = cell.endsWith(":");
            alignments.add(
                    left && right
                            ? TableCell.Alignment.CENTER
                            : left ? TableCell.Alignment.LEFT : right ? TableCell.Alignment.RIGHT : null);
        }
        return alignments;
    }
}
