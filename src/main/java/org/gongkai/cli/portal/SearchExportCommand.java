package org.gongkai.cli.portal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.io.AtomicFile;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.portal.collect.CollectedFolder;
import org.gongkai.portal.merge.SearchExport;
import org.gongkai.portal.unit.Unit;
import org.gongkai.portal.unit.UnitTree;
import org.gongkai.publish.sites.SiteList;
import org.gongkai.publish.sites.SiteList.PortalSettings;
import org.gongkai.site.address.Slugs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code portal export search}: writes what was collected for a search server. */
@Command(name = "search", description = "把收集到的条目写成 OpenSearch、Elasticsearch 成批收录的格式（每条两行 JSON），交给已有的检索服务。")
public final class SearchExportCommand extends PortalCommand {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            required = true,
            description = "写到哪里，如 search.ndjson")
    private Path output;

    @Option(names = "--index", paramLabel = "名称", defaultValue = "gongkai", description = "索引的名称（默认：gongkai）")
    private String index;

    @Option(names = "--audience", paramLabel = "名称", description = "写给哪个公开对象看的（默认：门户的第一个）")
    private String audience;

    @Override
    int run(SiteList sites, PortalSettings portal, Path work) throws IOException {
        if (!index.matches("[a-z0-9][a-z0-9_.-]{0,99}")) {
            throw new WrongUsage("--index 只能用小写字母、数字、点、横线，不能是“" + index + "”");
        }
        Path target = OutputCheck.file(output);
        Audience readers = readers(portal);
        Unit root = UnitTree.of(
                sites, CollectedFolder.in(work), readers, BuiltSite.folder(portal.audiences(), readers, new Slugs()));
        int written = AtomicFile.put(target, AtomicFile.temporary(target), temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                return new SearchExport(index).write(root, out);
            }
        });
        terminal.print(written + " 条，公开对象“" + readers.name() + "”：" + target);
        return 0;
    }

    private Audience readers(PortalSettings portal) {
        List<Audience> all = portal.audiences();
        return all.stream()
                .filter(one -> audience == null || one.name().equals(audience))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("门户没有“" + audience + "”这个公开对象；有："
                        + String.join("、", all.stream().map(Audience::name).toList())));
    }
}
