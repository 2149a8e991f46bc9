package org.gongkai.cli.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.cache.ProgramFingerprint;
import org.gongkai.cli.option.JobsOption;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.source.SharedSource;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.WorkPool;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.portal.merge.PortalMerge;
import org.gongkai.portal.merge.PortalMerge.Merged;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.PortalSettings;
import org.gongkai.render.theme.Assets;
import org.gongkai.render.theme.PageRenderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code portal merge}: makes the pages of the portal from what was collected. */
@Command(name = "merge", description = "把收集到的合成门户的网页，放在工作文件夹的 site 里；收集的次序、份数、遍数不影响结果。")
public final class MergeCommand extends PortalCommand {

    @Option(
            names = "--as-of",
            paramLabel = "年-月-日",
            converter = OptionConverters.Day.class,
            description = "按这一天的日期合成（默认：今天）")
    private LocalDate asOf;

    @Mixin
    private JobsOption jobs;

    @Override
    int run(SiteList list, PortalSettings portal, Path work) throws IOException {
        Files.createDirectories(work);
        LocalDate day = asOf == null ? LocalDate.now(clock.withZone(SiteConfig.ZONE)) : asOf;
        // An empty folder has the theme of the program.
        SourceTree own = SharedSource.list(list.shared().orElse(work));
        PortalMerge.Theme theme = new PortalMerge.Theme(
                ProgramRevision.ofProgram().number(),
                ProgramFingerprint.running().fingerprint() + SiteSource.sharedDigest(list.shared()),
                PageRenderer.of(own, SiteConfig.ZONE),
                new Assets(own, context.shared().styles(), ""));
        try (WorkPool pool = new WorkPool(jobs.count())) {
            List<Merged> merged = pool.run(() -> new PortalMerge(list, work, day, theme, pool).run());
            for (Merged one : merged) {
                done(
                        "audience", one.audience().name(),
                        "folder", one.folder(),
                        "sites", one.root().branches().size(),
                        "entries", one.root().entries(),
                        "pages", one.pages(),
                        "changed", one.changed());
                terminal.print((merged.size() > 1 ? one.audience().name() + "：" : "")
                        + one.root().branches().size() + " 个站点，"
                        + one.root().entries() + " 篇，" + one.pages()
                        + " 页；改动 " + one.changed() + " 个文件："
                        + one.folder().resolve("index.html"));
            }
            return 0;
        } catch (PageRenderer.BrokenTemplate e) {
            terminal.note(SharedSource.PREFIX + e.problem().text());
            return 1;
        }
    }
}
