package org.gongkai.cli.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.cli.option.JobsOption;
import org.gongkai.cli.sites.ListFile;
import org.gongkai.cli.sites.ListFile.Shard;
import org.gongkai.cli.text.FailureText;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.io.HeapBudget;
import org.gongkai.io.WorkPool;
import org.gongkai.portal.collect.CollectedFolder;
import org.gongkai.portal.collect.Collector;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.ListedSite;
import org.gongkai.publish.SiteList.PortalSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code portal collect}: reads what the sites of a list have published. */
@Command(name = "collect", description = "读清单里各站点已经发布的内容，逐个核对封存；没有变的不重读，读不到的点名，上次核验过的留着。")
public final class CollectCommand extends PortalCommand {

    @Option(names = "--site", paramLabel = "代码", arity = "1..*", split = ",", description = "只收集这几个；上级单位的代码指它下面的全部")
    private List<String> codes = List.of();

    @Option(names = "--shard", paramLabel = "份", description = "只收集清单的一份，如 2/8 是8份里的第2份；几份可以在几台机器上同时做，做两遍也不要紧")
    private String shard;

    @Mixin
    private JobsOption jobs;

    @Override
    int run(SiteList list, PortalSettings portal, Path work) throws IOException {
        List<ListedSite> sites =
                ListFile.wanted(list, codes, Optional.ofNullable(shard).map(Shard::parse));
        Collector collector = new Collector(CollectedFolder.in(work), FailureText::ofIo, HeapBudget.ofProcess());
        Map<ListedSite, Collector.Result> results = new ConcurrentHashMap<>();
        try (WorkPool pool = new WorkPool(jobs.count());
                ProgressLine progress = new ProgressLine(terminal, clock)) {
            pool.forEach(sites, site -> {
                results.put(site, collector.collect(site));
                progress.advanced("收集", sites.size());
            });
        }
        return print(sites, results);
    }

    private int print(List<ListedSite> sites, Map<ListedSite, Collector.Result> results) {
        List<String> failed = new ArrayList<>();
        Map<Boolean, Integer> read = new TreeMap<>();
        for (ListedSite site : sites) {
            Collector.Result result = results.get(site);
            done("code", site.code(), "name", site.name(), "changed", result.isChanged(), "failure", result.failure());
            result.failure()
                    .ifPresentOrElse(
                            reason -> {
                                failed.add(site.name() + "（" + site.code() + "）");
                                terminal.note("【" + site.name() + " " + site.code() + "】没有读到：" + reason);
                            },
                            () -> read.merge(result.isChanged(), 1, Integer::sum));
        }
        terminal.print(sites.size() + " 个站点：" + read.getOrDefault(true, 0) + " 个重新读过，"
                + read.getOrDefault(false, 0) + " 个没有变"
                + (failed.isEmpty() ? "。" : "，" + failed.size() + " 个没有读到：" + String.join("、", failed) + "。"));
        return failed.isEmpty() ? 0 : 1;
    }
}
