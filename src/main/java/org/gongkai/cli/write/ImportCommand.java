package org.gongkai.cli.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.FailureText;
import org.gongkai.history.git.SourceLock;
import org.gongkai.io.ProcessLock;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.write.SiteImportTarget;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.entry.DocumentFiles;
import org.gongkai.write.document.entry.DocumentImport;
import org.gongkai.write.document.entry.ImportedEntry;
import org.gongkai.write.document.entry.Originals;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: makes drafts of documents that other programs wrote. */
@Command(
        name = "import",
        synopsisSubcommandLabel = "[命令]",
        description = "把 Word、WPS、文本和别的网站程序的文稿变成草稿：标题、文号、落款、日期等写进文件头，没有导入的逐条说明。" + "不覆盖文件；导入过的不再导入。")
public final class ImportCommand extends ReportingCommand {

    @Parameters(paramLabel = "文件", arity = "0..*", description = "要导入的文件，或者装着它们的文件夹")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--kind", paramLabel = "文种", description = "如 通知、公示（默认：从标题认）")
    private String kind;

    @Option(names = "--attach", description = "原件也作为附件公开")
    private boolean attach;

    @Option(names = "--approved-by", paramLabel = "谁", description = "这些是已经批准公开的旧文稿，谁批准的；没有待填的，不再是草稿")
    private String approver;

    @Option(
            names = "--on",
            paramLabel = "年-月-日",
            converter = OptionConverters.Day.class,
            description = "哪天批准的，和 --approved-by 一起写")
    private LocalDate approved;

    @Option(names = "--reviewed-by", paramLabel = "谁", description = "谁在同一天做的保密审查，和 --approved-by 一起写")
    private String reviewer;

    @Option(
            names = "--with",
            paramLabel = "内容",
            split = "[,，、]",
            converter = OptionalContentConverter.class,
            completionCandidates = OptionalContentConverter.class,
            description = "平时不导入、这次也要的：文本框、隐藏文字、印章和签名，用逗号隔开")
    private Set<OptionalContent> wanted = EnumSet.noneOf(OptionalContent.class);

    @Mixin
    private SiteOption source;

    @Spec
    private CommandSpec spec;

    @Override
    protected int run() throws IOException {
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "没有写要导入什么");
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new WrongUsage("没有这个文件：" + file.toAbsolutePath().normalize());
            }
        }
        if ((approver == null) != (approved == null) || reviewer != null && approver == null) {
            throw new WrongUsage("谁批准的，哪天批准的，要一起写：--approved-by 支部书记 --on " + LocalDate.now(clock));
        }
        Path root = source.rootForNewEntries();
        ProcessLock lock = SourceLock.of(root);
        SiteHeaders site;
        DocumentImport documents;
        try (Closeable held = lock.acquire()) {
            site = SiteHeaders.of(source.request(root), clock, context.shared());
            documents = documents(root, site);
        }
        Map<String, String> answers = new HashMap<>();
        if (kind != null) {
            String name = site.kinds()
                    .named(kind)
                    .orElseThrow(() -> new WrongUsage(
                            "没有“" + kind + "”这个文种；" + site.kinds().advice(kind)))
                    .name();
            answers.put("文种", name);
        }
        if (approved != null && approved.isAfter(site.today())) {
            throw new WrongUsage("--on 的这一天还没有到：" + approved);
        }
        Stream.of(new String[] {"审批", approver}, new String[] {"保密审查", reviewer})
                .filter(step -> step[1] != null)
                .forEach(step -> answers.put(step[0], step[1] + " " + approved));
        DocumentFiles found = DocumentFiles.of(files);
        DocumentReport report = new DocumentReport(terminal, files.size() == 1 ? files.get(0) : null, found);
        DocumentImport.Choices choices = new DocumentImport.Choices(answers, attach, wanted, approver != null);
        Map<String, Path> saved = new LinkedHashMap<>();
        for (Path file : found.documents()) {
            ImportedEntry entry;
            try {
                entry = documents.of(file, choices);
            } catch (UnreadableDocument e) {
                report.failed(file, e.getMessage());
                continue;
            } catch (IOException e) {
                report.failed(file, FailureText.ofIo(e));
                continue;
            }
            try (Closeable held = lock.acquire()) {
                if (lock.isNew()) {
                    // Another program may have taken the number or the name.
                    documents = documents(root, SiteHeaders.of(source.request(root), clock, context.shared()));
                    entry = documents.of(file, choices);
                }
                entry.save(root);
            } catch (IOException e) {
                // The next file could not be written either.
                int status = report.stopped(file, FailureText.ofIo(e));
                result(report.records());
                return status;
            }
            documents = documents.knowing(entry);
            report.done(file, entry);
            saved.put(entry.path(), file);
        }
        for (Map.Entry<String, Path> one : saved.entrySet()) {
            report.unlinked(one.getValue(), Originals.link(root, one.getKey()));
        }
        result(report.records());
        return isJson() ? report.status() : report.end();
    }

    private DocumentImport documents(Path root, SiteHeaders site) throws IOException {
        return new DocumentImport(SiteImportTarget.of(root, site));
    }

    /** Parses the name of content that an import leaves out otherwise. */
    static final class OptionalContentConverter implements ITypeConverter<OptionalContent>, Iterable<String> {

        /** The words that the shell completes. */
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(OptionalContent.values())
                    .map(OptionalContent::label)
                    .iterator();
        }

        @Override
        public OptionalContent convert(String value) {
            return OptionalContent.named(value.strip())
                    .orElseThrow(() -> new IllegalArgumentException("可以写：" + String.join("、", this)));
        }
    }
}
