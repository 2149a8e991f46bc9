package org.gongkai.cli.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.cli.release.LedgerRecordText;
import org.gongkai.cli.release.PublishReport;
import org.gongkai.cli.release.WriterOptions;
import org.gongkai.portal.PortalPublication;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.PortalSettings;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.ledger.LedgerWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code portal publish}: publishes the merged pages as a release. */
@Command(name = "publish", description = "把合成好的门户发布成一个新的发布批次，封存、核对、回退都与别的站点一样。")
public final class PortalPublishCommand extends PortalCommand {

    @Mixin
    private WriterOptions writer;

    @Override
    int run(SiteList list, PortalSettings portal, Path work) throws IOException {
        LedgerWriter ledger = writer.ledgerWriter(clock, portal.key());
        List<Outcome> outcomes = new PortalPublication(portal, work, clock)
                .publish(list.sites().size(), ledger, writer.lockTimeoutSeconds());
        for (Outcome outcome : outcomes) {
            done(PublishReport.fields(outcome));
            outcome.notes().forEach(note -> terminal.note("提示：" + note + "。"));
            terminal.print((outcomes.size() > 1 ? outcome.audience() + "：" : "")
                    + outcome.published().map(LedgerRecordText::of).orElse("没有变化，没有新的发布批次"));
            terminal.print("当前：" + outcome.current().resolve("index.html"));
        }
        return 0;
    }
}
