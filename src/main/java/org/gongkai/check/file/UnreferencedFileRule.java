package org.gongkai.check.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;

/**
 * Reports files that no entry names. Files and folders whose names begin with {@code _} are excepted, and files that an
 * unpublished entry mentions.
 */
public final class UnreferencedFileRule implements SiteRule {

    private final TextDecoder decoder = new TextDecoder();

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        Set<String> entries = new HashSet<>();
        site.entries().forEach(entry -> entries.add(entry.path()));
        List<SourceFile> unnamed = new ArrayList<>(site.source().content().stream()
                .filter(file -> !site.named().contains(file.path()) && !entries.contains(file.path()))
                .filter(file -> !EntryFormat.isEntry(file.path()) && !EntryFormat.isLeftOut(file.path()))
                .toList());
        if (unnamed.isEmpty()) {
            return;
        }
        for (SourceFile file : site.source().content()) {
            if (mayName(site, file) && file.size() <= TextDecoder.maxBytes()) {
                site.version(file);
                decoder.decode(site.source(), file, problem -> {})
                        .ifPresent(text -> unnamed.removeIf(other -> names(text, other.name())));
            }
        }
        MisnamedEntry misnamed = new MisnamedEntry();
        unnamed.forEach(file -> problems.accept(misnamed.problem(file, site.source())
                .orElseGet(
                        () -> Problem.warning("W256", file.path(), "没有条目用到这个文件", "请在条目的“附件”里写上它，或删去；要留着就在文件名前加 _"))));
    }

    /**
     * Returns true if an entry whose links are unknown may name the file: it is unpublished, invalid, or AsciiDoc with
     * includes.
     */
    private static boolean mayName(WholeSite site, SourceFile file) {
        return EntryFormat.ofEnding(file.ending())
                .filter(format ->
                        format == EntryFormat.ASCIIDOC || !site.rendered().contains(file.path()))
                .isPresent();
    }

    private static boolean names(String text, String name) {
        return text.contains(name)
                || text.contains(name.replace(" ", "%20"))
                || text.contains(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
