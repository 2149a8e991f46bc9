package org.gongkai.cli.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.history.git.SourceLock;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.io.DurableFile;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.write.IndexNumbers;
import org.gongkai.write.NewEntry;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.HeaderEditor;
import org.gongkai.write.form.HeaderEditor.FieldEdit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code number}: assigns index numbers to the entries that lack one. */
@Command(name = "number", description = "给缺少索引号的条目编号（文章不编），按发布日期的先后，在文件头里加一行；已经公开的条目再加一行旧址，从前的链接照样打得开；文件的其余部分一个字节也不动。")
public final class NumberCommand extends ReportingCommand {

    @Mixin
    private SiteOption source;

    @Option(names = "--dry-run", description = "只显示会编什么号，不改文件")
    private boolean dryRun;

    @Override
    protected int run() throws IOException {
        Path root = source.ownRoot();
        if (dryRun) {
            return number(root);
        }
        try (Closeable held = SourceLock.of(root).acquire()) {
            return number(root);
        }
    }

    private int number(Path root) throws IOException {
        SiteHeaders site = SiteHeaders.of(source.request(root), clock, context.shared());
        if (site.config().branch().code().isEmpty()) {
            throw new WrongUsage("content/_data/site.yml 里没有写机构代码，编不出索引号；请加一行 机构代码: ABCD01");
        }
        List<Entry> lacking = site.entries().stream()
                .filter(entry -> entry.publication().number().isEmpty())
                .filter(entry -> entry.kinds().stream().anyMatch(NewEntry::isNumbered))
                .sorted(Comparator.comparing((Entry entry) -> entry.dates().published())
                        .thenComparing(Entry::path))
                .toList();
        IndexNumbers numbers =
                new IndexNumbers(site.config().branch().code(), site.entries(), site.unread(), site.previousNumbers());
        HeaderEditor editor = new HeaderEditor(context.shared().yaml());
        Map<String, String> addresses = lacking.isEmpty() ? Map.of() : site.addresses();
        int given = 0;
        int moved = 0;
        int left = 0;
        for (Entry entry : lacking) {
            String number = numbers.next(entry.dates().published().getYear());
            numbers.take(number);
            Path file = SiteSource.place(root, entry.path());
            Optional<String> address = Optional.ofNullable(addresses.get(entry.path()))
                    .filter(old -> !entry.publication().aliases().contains(old));
            byte[] before = Files.readAllBytes(file);
            Optional<byte[]> bytes = numbered(editor, entry, before, number, address);
            String old = address.map(a -> "，旧址: " + a).orElse("");
            boolean isGiven = bytes.isPresent()
                    && (dryRun || DurableFile.replace(file, now -> Arrays.equals(now, before), bytes.get()));
            done("path", entry.path(), "number", number, "alias", address, "written", isGiven && !dryRun);
            if (!isGiven) {
                left++;
                terminal.note(entry.path() + (bytes.isPresent() ? "：刚刚有别的程序改过" : "：文件头的写法特别，加不上一行") + "；请手工写上 索引号: "
                        + number + old);
                continue;
            }
            moved += address.isPresent() ? 1 : 0;
            given++;
            terminal.print(entry.path() + "：" + number + old);
        }
        terminal.note(sentence(given, moved, left, site.unread().size()));
        return ended(left > 0 ? 1 : 0);
    }

    /** The bytes with the number and the address that the entry had; empty if a line cannot be added safely. */
    private static Optional<byte[]> numbered(
            HeaderEditor editor, Entry entry, byte[] before, String number, Optional<String> address) {
        String text = new String(before, StandardCharsets.UTF_8);
        List<String> title = CommonField.TITLE.names();
        List<FieldEdit> edits = new ArrayList<>();
        edits.add(new FieldEdit(CommonField.NUMBER.names(), Optional.of(FormValue.of(number)), title));
        address.ifPresent(old -> {
            List<String> aliases = new ArrayList<>(entry.publication().aliases());
            aliases.add(old);
            FormValue value = aliases.size() > 1 ? FormValue.Items.of(aliases) : FormValue.of(old);
            List<String> after = new ArrayList<>(title);
            after.addAll(CommonField.NUMBER.names());
            edits.add(new FieldEdit(CommonField.ALIASES.names(), Optional.of(value), after));
        });
        HeaderEditor.Edited edited = editor.edit(entry.source().file().ending(), text, edits);
        boolean isUtf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), before);
        return Optional.of(edited.text())
                .filter(any -> isUtf8 && edited.refusals().isEmpty())
                .map(after -> after.getBytes(StandardCharsets.UTF_8));
    }

    private String sentence(int given, int moved, int left, int unread) {
        String done = dryRun ? "会编 " + given + " 个索引号，没有改动文件" : "编了 " + given + " 个索引号";
        String none = left == 0 ? "没有缺索引号的条目" : "没有编索引号";
        return (given == 0 ? none : done)
                + (left > 0 ? "；" + left + " 条要手工写" : "")
                + (unread > 0 ? "；" + unread + " 个文件的文件头读不出来，没有看，请先用 check 检查" : "")
                + (moved > 0 ? "。网页地址随索引号改变，" + moved + " 条已经公开的" + (dryRun ? "会写上" : "写上了") + "旧址，从前的链接照样打得开。" : "。");
    }
}
