package org.gongkai.write.document.foreign;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.StaticFiles;
import org.gongkai.write.document.foreign.ForeignEntryReader.MarkupLines;
import org.gongkai.write.document.text.ForeignText;
import org.gongkai.write.document.text.FrontMatter;

/** Reads Markdown files of other generators. */
public final class ForeignEntryReader implements FormatReader {

    /** The extensions of files that are read. */
    private static final List<String> ENDINGS = List.of("md", "markdown", "mdown", "mdx");

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        if (!ENDINGS.contains(SourceFile.ending(file.getFileName().toString()))) {
            throw new UnreadableDocument("AsciiDoc 文件不能导入；可以把它直接放进 content，照条目的写法改好文件头");
        }
        ForeignText text = ForeignText.read(file);
        FrontMatter matter = FrontMatter.of(text.text());
        List<Remark> remarks = new ArrayList<>(text.remarks());
        remarks.addAll(matter.remarks());
        Map<String, Object> header = new LinkedHashMap<>(matter.header());
        StaticFiles files = new StaticFiles(file);
        ForeignBody body = new ForeignBody(files, remarks);
        MarkupLines lines = MarkupLines.of(matter.body(), matter.firstLine());
        String result = body.inMarkdown(lines, header);
        List<Block> blocks = result.isBlank() ? List.of() : List.of(new Block.Markup(result));
        return new ImportedDocument(header, blocks, List.of(), files.pictures(), Remark.byLine(remarks));
    }

    /**
     * A text with the code in it, which is not touched, and what is to be changed.
     *
     * @param text the text
     * @param firstLine line of the file, from 1, on which it begins
     * @param tree its tree
     * @param code the offsets within code
     * @param changes what takes the place of parts, by the offsets at which they begin
     */
    record MarkupLines(String text, int firstLine, Document tree, BitSet code, TreeMap<Integer, Change> changes) {

        private static final MarkdownConverter MARKDOWN = new MarkdownConverter();

        private static final Pattern BLANK_LINES = Pattern.compile("[ \\t]*(?:\n(?:[ \\t]*\n)*)?");

        private record Change(int end, String text) {}

        static MarkupLines of(String text, int firstLine) {
            Document tree = MARKDOWN.tree(text);
            BitSet code = new BitSet();
            for (Node node : tree.getDescendants()) {
                if (node instanceof Code || node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
                    code.set(node.getStartOffset(), node.getEndOffset());
                }
            }
            return new MarkupLines(text, firstLine, tree, code, new TreeMap<>());
        }

        boolean isCode(int offset) {
            return code.get(offset);
        }

        /** The line of the file, as a place for remarks. */
        String place(int offset) {
            return "第"
                    + (firstLine
                            + text.substring(0, offset)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count()) + "行";
        }

        /** Writes something in the place of a part. */
        void put(int start, int end, String text) {
            changes.put(start, new Change(end, text));
        }

        /** Writes something in the place of a part. */
        void put(BasedSequence part, String text) {
            put(part.getStartOffset(), part.getEndOffset(), text);
        }

        /** Takes out whole lines and the blank ones after them. */
        void remove(BasedSequence block) {
            Matcher blank = BLANK_LINES.matcher(text).region(block.getEndOffset(), text.length());
            put(block.getStartOffset(), blank.lookingAt() ? blank.end() : block.getEndOffset(), "");
        }

        /** Whether what stands at an offset does not stay. */
        boolean isChanged(int offset) {
            Map.Entry<Integer, Change> before = changes.floorEntry(offset);
            return before != null && before.getValue().end() > offset;
        }

        /** The text with the changes; what begins within another one is not made. */
        String changed() {
            StringBuilder out = new StringBuilder();
            int done = 0;
            for (Map.Entry<Integer, Change> change : changes.entrySet()) {
                if (change.getKey() >= done) {
                    out.append(text, done, change.getKey())
                            .append(change.getValue().text());
                    done = change.getValue().end();
                }
            }
            return out.append(text, done, text.length()).toString();
        }
    }

    /**
     * What only the generator of a website understands: tags, containers and components, which stay as text and are
     * named with their lines.
     */
    record TemplateTags(List<Remark> remarks) {

        private static final Pattern TAG = Pattern.compile(
                "\\{\\{<.{0,500}?>\\}\\}|\\{\\{%.{0,500}?%\\}\\}|\\{%.{0,500}?%\\}|\\{\\{(?!计数|合计)[^{}]{0,500}?\\}\\}",
                Pattern.DOTALL);

        /** Lines that begin or end a container, include a file, import a component or stand for a table of contents. */
        private static final Pattern LINE = Pattern.compile(
                "(?mi)^[ \\t]*(?::{3,}.*|(?:!!!|\\?\\?\\?\\+?|===[!+]?)[ \\t]+\\S.*|-{1,}8<-{1,}.*|<<<[ \\t]*\\S.*|<!--[ \\t]*@include.*|@\\[code.*|@tab\\b.*"
                        + "|import\\s.+\\sfrom\\s+['\"].*|export\\s+(?:const|default|function)\\b.*|@?\\[\\[?_?toc_?\\]\\]?|>[ \\t]*\\[!\\w+\\].*|\\{:[^}\n]*\\})[ \\t]*$");

        /** What our own counts are taken for. */
        private static final Pattern COUNT = Pattern.compile("\\{\\{[^\n{}]*[:：][^\n{}]*\\}\\}");

        /** The end of what was told at its beginning. */
        private static final Pattern END = Pattern.compile("\\{\\{[<%]\\s*/|\\{%-?\\s*end|\\s*:{3,}\\s*$|</");

        /** The start of a component, which HTML does not know: its name begins with a capital letter. */
        private static final Pattern COMPONENT = Pattern.compile("<(?=/?[A-Z][A-Za-z0-9.]*[\\s/>])");

        /** The root of the site at the beginning of an address. */
        private static final Pattern ROOT = Pattern.compile("\\{\\{-?\\s*site\\.(?:baseurl|url)\\s*-?\\}\\}/?(?!\\{)");

        /** The path of another text, which Hugo looks up, in the place of an address. */
        private static final Pattern REF = Pattern.compile(
                "(\\(\\s*<?|\\]:\\s*|=\\s*[\"']?)?\\{\\{[<%]\\s*(?:rel)?ref\\s+(?:path=)?[\"'`]([^\"'`]+)[\"'`][^<>%]*[>%]\\}\\}");

        /** The path of a picture in an expression, as components of React have it. */
        private static final Pattern EXPRESSION =
                Pattern.compile("(?<=\\bsrc=)\\{[^{}\"'`]*[\"'`]([^{}\"'`]+)[\"'`][^{}]*\\}");

        /** Returns a text whose links and pictures can be read: without tags in their addresses. */
        MarkupLines readable(MarkupLines typed) {
            MarkupLines lines = replaced(typed, EXPRESSION, found -> "\"" + found.group(1) + "\"");
            // By itself it becomes a link, whose text will be the title.
            MarkupLines linked = replaced(lines, REF, found -> {
                String text = found.group(2).replaceFirst("(?:\\.md)?(?:#.*)?$", ".md");
                String address = found.group(2).replace(" ", "%20");
                return found.group(1) == null ? "[" + text + "](" + address + ")" : found.group(1) + address;
            });
            MarkupLines resolved = replaced(linked, ROOT, found -> "/");
            // As an element it would be left out together with the words in its attributes.
            return replaced(resolved, COMPONENT, found -> {
                String text = resolved.text();
                int end = text.indexOf('>', found.start());
                tell(resolved.place(found.start()), text.substring(found.start(), end < 0 ? text.length() : end + 1));
                return "&lt;";
            });
        }

        private static MarkupLines replaced(MarkupLines lines, Pattern pattern, Function<MatchResult, String> becomes) {
            Matcher found = pattern.matcher(lines.text());
            while (found.find()) {
                if (!lines.isCode(found.start())) {
                    lines.put(found.start(), found.end(), becomes.apply(found));
                }
            }
            return lines.changes().isEmpty() ? lines : MarkupLines.of(lines.changed(), lines.firstLine());
        }

        /** Tells what stays in a text, but components; a mistaken count would end a build. */
        void tell(MarkupLines lines) {
            for (Pattern pattern : List.of(TAG, LINE)) {
                Matcher found = pattern.matcher(lines.text());
                while (found.find()) {
                    if (!lines.isCode(found.start()) && !lines.isChanged(found.start())) {
                        tell(lines.place(found.start()), found.group());
                        if (COUNT.matcher(found.group()).matches()) {
                            lines.put(found.start(), found.start(), "\\");
                        }
                    }
                }
            }
        }

        private void tell(String place, String shown) {
            if (!END.matcher(shown).lookingAt()) {
                remarks.add(new Remark(place, Remark.shortened(shown) + " 是原来网站模板的写法，照原样留在正文里，请改成要写的内容", Weight.NOTE));
            }
        }
    }
}
