package org.gongkai.write.document.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.HeapBudget;
import org.gongkai.text.DateText;
import org.gongkai.write.TitleFileName;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.entry.DocumentFiles.AnnexFiles;
import org.gongkai.write.document.entry.ImportedEntry.Blank;
import org.gongkai.write.document.fact.DocumentFacts;
import org.gongkai.write.document.fact.LabelledTexts;
import org.gongkai.write.document.fact.TitleFacts;
import org.gongkai.write.document.markdown.BodyMarkdown;

/** Makes entries of documents. Reads files; writes nothing. */
public record DocumentImport(
        HeapBudget heap, BiFunction<Path, byte[], Optional<FormatReader>> formats, ImportTarget target) {

    private static final long LARGEST = 100L * 1024 * 1024;
    private static final int BEGINNING = 4096;
    /** What programs add to the name of a file: the number of a download, that of a copy. */
    private static final Pattern COPY = Pattern.compile("^(?:[0-9a-f]{8}|\\d{1,3}(?:_\\d{1,2})*)_|\\s*[（(]\\d[)）]$");

    private static final String BLANK = "＿＿（";

    /** A file that is attached is kept, and a copy of its text or its pictures is made of what it contains. */
    private static final int HEAP_PER_BYTE = 3;

    /** @param target the site */
    public DocumentImport(ImportTarget target) {
        this(HeapBudget.ofProcess(), ImportFormat::readerOf, target);
    }

    /**
     * What was asked for.
     *
     * @param answers the values of fields that a person gave, such as 文种
     * @param attach whether the original becomes an attachment of the entry
     * @param wanted content to take over that is left out otherwise
     * @param approved whether an entry in which nothing is missing is no draft
     */
    public record Choices(Map<String, String> answers, boolean attach, Set<OptionalContent> wanted, boolean approved) {}

    /**
     * Makes an entry of a document.
     *
     * @throws UnreadableDocument if it cannot be read, with the reason in Chinese
     * @throws IOException if the file cannot be read
     */
    public ImportedEntry of(Path file, Choices choices) throws IOException {
        if (file.getFileName().toString().startsWith("~$")) {
            throw new UnreadableDocument("这是 Word 打开文件时留下的临时文件，里面没有文稿；请导入名称里没有“~$”的那个文件");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableDocument("文件是空的，0 字节");
        }
        long largest = heap.most(LARGEST, HEAP_PER_BYTE);
        if (size > largest) {
            throw new UnreadableDocument("文件有 " + TextDecoder.megabytes(size) + "，最多 " + TextDecoder.megabytes(largest)
                    + (largest < LARGEST ? "；可以用 java -Xmx 给程序多一些内存" : ""));
        }
        String fingerprint = Originals.fingerprint(file);
        if (target.imported().containsKey(fingerprint)) {
            return ImportedEntry.known(target.imported().get(fingerprint));
        }
        ImportedDocument document = heap.read(file.toString(), heap.bytes(), () -> document(file, choices.wanted()));
        return entry(file, fingerprint, document, choices);
    }

    /** Returns an import to which the original of a saved entry is known as well. */
    public DocumentImport knowing(ImportedEntry saved) {
        return new DocumentImport(target.knowing(saved));
    }

    private ImportedDocument document(Path file, Set<OptionalContent> wanted) throws IOException {
        try {
            return reader(file).read(file, wanted);
        } catch (RuntimeException | StackOverflowError e) {
            // Libraries fail in many ways on damaged files; one of them must not stop the others.
            throw new UnreadableDocument("文件损坏，或者不是扩展名所说的类型", e);
        }
    }

    private FormatReader reader(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(BEGINNING);
        }
        return formats.apply(file, start)
                .orElseThrow(() -> new UnreadableDocument("不认识这种文件；可以导入 " + ImportFormat.labels() + " 文件"));
    }

    private ImportedEntry entry(Path file, String fingerprint, ImportedDocument document, Choices choices)
            throws IOException {
        DocumentFacts facts = DocumentFacts.of(document);
        String fileName = file.getFileName().toString();
        boolean isForeign = EntryFormat.ofEnding(SourceFile.ending(fileName).replace("mdx", "md"))
                .isPresent();
        Optional<FileNameDate> named = FileNameDate.of(file);
        Optional<LocalDate> day = named.filter(any -> isForeign).map(FileNameDate::day);
        ZoneId zone = target.config().zone();
        MappedHeader mapped = MappedHeader.of(document.header(), day, zone);
        List<Remark> remarks = new ArrayList<>(document.remarks());
        remarks.addAll(mapped.remarks());
        remarks.addAll(facts.remarks());
        mapped.lists().getOrDefault("旧址", new ArrayList<>()).removeIf(address -> {
            Optional<String> reason = target.reasonAgainst(address);
            reason.ifPresent(text ->
                    remarks.add(new Remark("文件头", "旧址 " + address + " " + text + "，没有导入", Remark.Weight.LEFT_OUT)));
            return reason.isPresent();
        });
        HeaderLines draft = new HeaderLines(choices.answers());
        String stated = choices.answers().getOrDefault("标题", mapped.texts().getOrDefault("标题", facts.title()));
        String stem = named.map(FileNameDate::rest)
                .filter(rest -> isForeign && !rest.isEmpty())
                .orElse(COPY.matcher(new SourceFile(fileName, 0).stem()).replaceAll(""));
        String title = stated.isEmpty() ? stem : stated;
        List<Kind> kinds =
                kinds(title, mapped, choices, draft, document.header().isEmpty());
        EntryHeader header = new EntryHeader(target, facts, mapped, choices.answers(), title, kinds);
        draft.comment(Originals.comment(fingerprint));
        header.write(draft);
        if (header.isUndated()) {
            remarks.add(new Remark("", "原文没有写发布日期，先写上了导入的这一天 " + target.today() + "，请核对", Remark.Weight.NOTE));
        }
        String signatory = facts.signature().signatory();
        if (!signatory.isEmpty()
                && kinds.stream().noneMatch(kind -> kind.field("签发人").isPresent())) {
            remarks.add(new Remark("", "签发人“" + signatory + "”没有导入：这种文稿的网页上不写签发人", Remark.Weight.LEFT_OUT));
        }
        if (!document.pictures().isEmpty() && facts.isWithoutText()) {
            draft.missing("", "文件里只有图片，没有文字，多半是扫描件；请把文字打进正文，不然搜索找不到，也不能朗读、检查");
        }
        if (stated.isEmpty()) {
            draft.missing("标题", "标题（没有认出来，先用了文件名）");
        }

        String folder = SourceTree.CONTENT + folderName(header.column()) + "/" + header.folderYear();
        String usual = TitleFileName.of(title);
        String name = TitleFileName.free(
                target.root().resolve(folder), usual.isEmpty() ? kinds.get(0).name() : usual);
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, String> pictures = ImportedEntry.pictures(document.pictures(), folder, name, files, remarks);
        List<String> attached = new ArrayList<>();
        if (choices.attach()) {
            original(file, folder, name, files, remarks).ifPresent(attached::add);
        }
        AnnexFiles annexes = facts.annexes().isEmpty() ? new AnnexFiles(List.of()) : AnnexFiles.beside(file, LARGEST);
        for (String annex : facts.annexes()) {
            Optional<Path> found = annexes.named(annex);
            if (found.isPresent()) {
                String path = "附件/" + name + "-" + found.get().getFileName();
                files.put(folder + "/" + path, Files.readAllBytes(found.get()));
                attached.add(path);
                String text = "附件“" + annex + "”是旁边的 " + found.get().getFileName() + "，一起导入了";
                remarks.add(new Remark("", text, Remark.Weight.NOTE));
                continue;
            }
            draft.missing("", "正文说有附件“" + annex + "”，文件里没有它的内容；请把文件放到条目旁边，写进“附件”");
        }
        draft.list("附件", attached);
        Map<String, String> met = draft.fields().containsKey("会议") ? facts.meeting() : Map.of();
        List<Block> moved = LabelledTexts.takenOver(facts.body(), draft.fields().values(), met);
        List<Block> shown = new ArrayList<>(facts.body());
        if (shown.removeAll(moved)) {
            String labels = String.join("、", new LabelledTexts(moved).labels());
            remarks.add(new Remark("", labels + "已移到正文上面的各项，正文里不再放一遍", Remark.Weight.NOTE));
        }
        String body = new BodyMarkdown(pictures).of(shown, document.footnotes());
        for (String address : pictures.values()) {
            if (!body.contains(address)) {
                files.remove(folder + "/" + address);
                remarks.add(new Remark("", "正文以外（标题、落款等处）的一张图片没有导入", Remark.Weight.LEFT_OUT));
            }
        }
        List<String> aligned = BodyMarkdown.aligned(shown).stream()
                // Captions of pictures stand below them.
                .filter(text -> !body.replaceAll("\\h", "").contains('"' + text.replaceAll("\\h", "") + '"'))
                .toList();
        if (!aligned.isEmpty()) {
            String which = "“" + Remark.shortened(aligned.get(0)) + "”"
                    + (aligned.size() > 1 ? "等" + aligned.size() + "段" : "");
            remarks.add(new Remark("", which + "原来居中或靠右，网页上从左边起排", Remark.Weight.NOTE));
        }
        List<Blank> blanks = new ArrayList<>(draft.blanks());
        long places = body.lines().filter(line -> line.contains(BLANK)).count();
        if (places > 0) {
            blanks.add(new Blank("", "正文里有 " + places + " 处“" + BLANK + "待……）”，请补上或删去"));
        }
        if (!choices.approved() || !blanks.isEmpty()) {
            draft.text(CommonField.STATUS.label(), PublicationReader.DRAFT.get(0));
        }
        String text = "---\n" + String.join("\n", draft.lines()) + "\n---\n\n" + body;
        return new ImportedEntry(folder + "/" + name + ".md", text, files, draft.fields(), remarks, blanks, false);
    }

    private List<Kind> kinds(String title, MappedHeader mapped, Choices choices, HeaderLines draft, boolean isPaper) {
        Optional<Kind> named = Optional.ofNullable(
                        choices.answers().getOrDefault("文种", mapped.texts().get("文种")))
                .flatMap(target.kinds()::named);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        List<Kind> recognised = new TitleFacts(target.kinds()).kinds(title);
        if (!recognised.isEmpty()) {
            return recognised;
        }
        Kind standard = target.kinds().standard();
        if (isPaper) {
            String column = target.presets().column(standard);
            draft.missing("文种", "文种和栏目（没有认出来，先按“" + standard.name() + "”，放在“" + column + "”）");
        }
        return List.of(standard);
    }

    private static Optional<String> original(
            Path file, String folder, String name, Map<String, byte[]> files, List<Remark> remarks) throws IOException {
        String ending = SourceFile.ending(file.getFileName().toString()).replace("mdx", "md");
        if (EntryFormat.ofEnding(ending).isPresent()) {
            remarks.add(new Remark("", "原件会被当成条目，没有附上", Remark.Weight.LEFT_OUT));
            return Optional.empty();
        }
        String path = "附件/" + name + "." + ending;
        files.put(folder + "/" + path, Files.readAllBytes(file));
        return Optional.of(path);
    }

    private static String folderName(String column) {
        String name = TitleFileName.of(column);
        return name.isEmpty() ? "条目" : name;
    }

    /**
     * The date in the name of a file, as Jekyll and others read it: {@code 2016-02-10-slug.md}, {@code
     * 2016-02-10-slug/index.md}, {@code 2016/02/10/slug.md}.
     *
     * @param day the date
     * @param rest the name without it; empty if the name is nothing else
     */
    private record FileNameDate(LocalDate day, String rest) {

        private static final Pattern NAME = Pattern.compile(
                "(?:.*/)?(?:(\\d{4})(\\d{2})(\\d{2})|(\\d{4})([-_./])(\\d{1,2})\\5(\\d{1,2}))(?:[-_. /]+([^/]*))?");
        private static final Pattern INDEX = Pattern.compile("(?i)/_?(?:index|readme)$");

        /** The date in the name of a file; empty if there is none. */
        static Optional<FileNameDate> of(Path file) {
            String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
            String name = INDEX.matcher(SourceFile.folder(path) + new SourceFile(path, 0).stem())
                    .replaceFirst("");
            Matcher found = NAME.matcher(name);
            if (!found.matches()) {
                return Optional.empty();
            }
            int year = found.group(1) == null ? 4 : 1;
            int month = year == 1 ? 2 : 6;
            String rest = found.group(8) == null ? "" : found.group(8);
            return DateText.day(found.group(year) + "-" + found.group(month) + "-" + found.group(month + 1))
                    .map(day -> new FileNameDate(day, rest));
        }
    }
}
