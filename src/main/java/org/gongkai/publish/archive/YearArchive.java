package org.gongkai.publish.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.input.attachment.AttachmentTextExtractor;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Digests;
import org.gongkai.io.FileTrees;
import org.gongkai.io.TextResource;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.ArchiveWriter.ArchivePart;
import org.gongkai.output.table.Cell;
import org.gongkai.output.table.PlainTable;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.pipeline.read.ShownSource;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.publish.archive.ArchivedPage.FiledEntry;
import org.gongkai.publish.archive.InspectionCheckList.Answer;
import org.gongkai.publish.print.ChromiumFinder;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;
import org.gongkai.site.Site;

/**
 * Writes the archive of a year.
 *
 * @param version version of the program
 * @param clock determines the day of a request that names none
 * @param shared what all builds of this process share
 * @param progress receives the progress
 * @param browsers finds the browser that prints what was found for an inspection
 */
public record YearArchive(String version, Clock clock, SharedParts shared, Progress progress, ChromiumFinder browsers) {

    static final String CATALOGUE = "归档目录";
    static final String SUMS = "校验.sha256";
    private static final String README = "说明.txt";
    private static final List<String> COLUMNS = List.of("件号", "题名", "责任者", "文号", "日期", "保管期限", "页数", "索引号", "文种", "文件");

    /**
     * The result.
     *
     * @param audience the name of the audience
     * @param others the names of the audiences that see entries which the first one does not
     * @param asOf the day of the site
     * @param paths the sources of the entries in the archive, in its order; empty if there are errors
     * @param problems the problems of the site; if one of them is an error, nothing was written
     * @param sha256 the hash of the archive; empty if there are errors
     * @param incomplete how many items of the check list lack something; empty without a list
     * @param unprinted why its report is not there as PDF; empty if it is, or without a list
     */
    public record Result(
            String audience,
            List<String> others,
            LocalDate asOf,
            List<String> paths,
            List<Problem> problems,
            String sha256,
            OptionalLong incomplete,
            Optional<String> unprinted) {
        private static Result failed(PartialSite pages, List<Problem> problems) {
            return new Result(
                    pages.audience(),
                    List.of(),
                    pages.site().asOf(),
                    List.of(),
                    problems,
                    "",
                    OptionalLong.empty(),
                    Optional.empty());
        }
    }

    /** Reads the check list of an inspection for a site with some kinds; accepts every problem. */
    @FunctionalInterface
    public interface ListReader {
        InspectionCheckList read(Kinds kinds, Consumer<Problem> problems);
    }

    /**
     * Writes an archive; it is complete, or it is not there.
     *
     * @param request names the source, the audience (the first one if it names none) and the day; without an output
     * @param from the source of a site that is no JBake project; the caller closes it
     * @param list the check list of an inspection, for which only what answers it is archived; empty for all entries
     * @param target the file to write; an existing one is replaced
     * @throws InvalidRequest if the audience sees no entry of the year
     * @throws IOException if a file cannot be read or written
     */
    public Result write(BuildRequest request, SiteSource from, int year, Optional<ListReader> list, Path target)
            throws IOException {
        Path work = Files.createTempDirectory(target.getParent(), ".gongkai-");
        try (PartialSite pages = PartialSite.open(
                request.drafts(false), version, clock, shared, Files.createDirectory(work.resolve("site")))) {
            Site site = pages.site();
            if (hasErrors(pages)) {
                return Result.failed(pages, pages.problems());
            }
            List<Problem> wrong = new ArrayList<>();
            List<Answer> answers = list.map(reader -> reader.read(pages.kinds(), wrong::add))
                    .map(asked -> asked.answers(year, site, pages.kinds()))
                    .orElse(List.of());
            if (!wrong.isEmpty()) {
                return Result.failed(pages, wrong);
            }
            List<FiledEntry> entries = list.isPresent()
                    ? FiledEntry.of(answers.stream()
                            .flatMap(answer -> answer.found().stream())
                            .distinct()
                            .toList())
                    : FiledEntry.of(year, site.items());
            if (entries.isEmpty() && list.isEmpty()) {
                throw new InvalidRequest("没有 " + year + " 年度的条目，没有写归档包" + years(site));
            }
            List<ArchivePart> parts = parts(pages, entries, new ShownSource(from.tree(SourceTree.FOLDERS)), year);
            if (hasErrors(pages)) {
                return Result.failed(pages, pages.problems());
            }
            Optional<String> unprinted = Optional.empty();
            if (list.isPresent()) {
                InspectionReport report = InspectionReport.of(pages, answers, entries, year);
                parts.addAll(report.parts());
                try {
                    parts.add(report.printed(browsers.find()));
                } catch (BrowserFailure e) {
                    unprinted = Optional.of(e.getMessage());
                }
            }
            String report = list.isEmpty() ? "" : unprinted.isPresent() ? ".html、.xlsx、.csv" : ".html、.pdf、.xlsx、.csv";
            parts.add(ArchivePart.of(README, readme(pages, year, entries.size(), report)));
            parts.add(ArchivePart.of(
                    SUMS,
                    ArchiveWriter.sums(parts.stream().map(ArchivePart::file).toList())));
            String hash = AtomicFile.put(target, work.resolve("archive.zip"), file -> {
                ArchiveWriter.write(file, parts, site.asOf().atStartOfDay());
                return Digests.sha256(file);
            });
            List<String> paths =
                    entries.stream().map(entry -> entry.entry().path()).toList();
            return new Result(
                    pages.audience(),
                    site.config().audiences().stream()
                            .filter(it ->
                                    !site.config().audiences().get(0).scopes().containsAll(it.scopes()))
                            .map(Audience::name)
                            .toList(),
                    site.asOf(),
                    paths,
                    pages.problems(),
                    hash,
                    list.isPresent() ? OptionalLong.of(InspectionReport.incomplete(answers)) : OptionalLong.empty(),
                    unprinted);
        } finally {
            FileTrees.delete(work);
        }
    }

    private static boolean hasErrors(PartialSite pages) {
        return pages.problems().stream().anyMatch(Problem::isError);
    }

    private static String years(Site site) {
        String years = site.items().stream()
                .flatMap(item -> item.entry().listing().years().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(String::valueOf)
                .collect(Collectors.joining("、"));
        return years.isEmpty() ? "" : "；可以写：" + years;
    }

    private List<ArchivePart> parts(PartialSite site, List<FiledEntry> entries, SourceTree sources, int year)
            throws IOException {
        List<ArchivePart> parts = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        ArchivedPage pages = new ArchivedPage(site, entries);
        for (FiledEntry entry : entries) {
            if (site.file(entry.item().address()).isEmpty()) {
                return parts; // Its template is broken, which is reported.
            }
            ArchivedPage.Content page = pages.of(entry);
            parts.add(ArchivePart.of(entry.page(), page.html()));
            for (String style : site.withReferences(page.styles())) {
                parts.add(ArchivePart.of(entry.style(style), site.file(style).orElseThrow()));
            }
            List<Path> attachments = new ArrayList<>();
            for (String address : site.filesOf(entry.item())) {
                Optional<Path> attachment = site.file(address);
                if (attachment.isPresent()) {
                    attachments.add(attachment.get());
                    parts.add(ArchivePart.of(entry.attachment(address), attachment.get()));
                }
            }
            parts.add(ArchivePart.of(entry.source(), source(entry, sources)));
            rows.add(entry.row(pages(attachments)));
            progress.advanced("归档", entries.size());
        }
        PlainTable table = PlainTable.of(year + "年度", COLUMNS, rows);
        parts.add(ArchivePart.of(CATALOGUE + ".xlsx", table.xlsx()));
        parts.add(ArchivePart.of(CATALOGUE + ".csv", table.csv()));
        return parts;
    }

    private static byte[] source(FiledEntry entry, SourceTree sources) throws IOException {
        SourceFile read = entry.entry().source().file();
        SourceFile file = sources.file(read.path()).orElseThrow(() -> changed(entry));
        if (file.size() != read.size()) {
            throw changed(entry);
        }
        return sources.bytes(file);
    }

    private static FileSystemException changed(FiledEntry entry) {
        return new FileSystemException(entry.entry().path(), null, "正在归档的时候被改动了，请再运行一次");
    }

    /** The number of pages of all attachments in PDF; empty if there are none, or if one of them cannot be read. */
    private static OptionalInt pages(List<Path> attachments) throws IOException {
        AttachmentTextExtractor inspector = new AttachmentTextExtractor();
        int sum = 0;
        for (Path file : attachments) {
            if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                continue;
            }
            OptionalInt pages = Files.size(file) > inspector.maxBytes()
                    ? OptionalInt.empty()
                    : inspector.pages(Files.readAllBytes(file));
            if (pages.isEmpty()) {
                return pages;
            }
            sum += pages.getAsInt();
        }
        return sum == 0 ? OptionalInt.empty() : OptionalInt.of(sum);
    }

    /**
     * What an archive says of itself to people.
     *
     * @param report the endings of the files that tell what was found for an inspection; empty if there are none
     */
    private static byte[] readme(PartialSite pages, int year, int entries, String report) {
        Site site = pages.site();
        boolean isForList = !report.isEmpty();
        String unit = site.config().branch().unit();
        String text = TextResource.of(YearArchive.class, "readme.txt")
                .replace("@WHAT@", isForList ? "检查材料" : "归档包")
                .replace(
                        "@SCOPE@",
                        isForList ? "检查清单要的、公开对象“@AUDIENCE@”看得到的条目" : "年度含 @YEAR@ 年、公开对象“@AUDIENCE@”看得到的全部条目")
                .replace(
                        "@LIST@", isForList ? InspectionReport.NAME + report + "\n    每一项要求、找到的材料和缺少的，几个文件内容相同。\n" : "")
                .replace("@PRINTED@", report.contains(".pdf") ? "；\n" + InspectionReport.NAME + ".pdf 还要浏览器和字体相同" : "")
                .replace("@YEAR@", String.valueOf(year))
                .replace("@ENTRIES@", String.valueOf(entries))
                .replace("@DAY@", site.asOf().toString())
                .replace("@COMMIT@", pages.commit().orElse("无（文件夹不在 git 仓库里，或者有没提交的改动）"))
                .replace("@CATALOGUE@", CATALOGUE)
                .replace("@SUMS@", SUMS)
                .replace("@AUDIENCE@", pages.audience())
                .replace("@SITE@", site.config().name() + (unit.isEmpty() ? "" : "（" + unit + "）"));
        return ArchiveWriter.windowsText(text.lines().toList());
    }
}
