package org.gongkai.cli.release;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gongkai.publish.release.ledger.Event.Amended;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.EditionSealed;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Restored;
import org.gongkai.publish.release.ledger.Event.RolledBack;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.LedgerRecord;

/** Ledger records as lines for a person. */
public final class LedgerRecordText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private LedgerRecordText() {}

    /** A record with its time and its author. */
    static String of(LedgerRecord ledgerRecord) {
        return TIME.format(ledgerRecord.at()) + "　" + ledgerRecord.by() + "　" + event(ledgerRecord);
    }

    /** A publication, without the full stop. */
    public static String of(Published published) {
        Counts counts = published.counts();
        return "发布批次 " + published.release() + "：" + counts.entries() + " 条，" + counts.pages() + " 个页面，"
                + counts.files() + " 个文件；新增 " + counts.added() + "，改动 " + counts.changed() + "，减少 " + counts.removed();
    }

    private static String event(LedgerRecord ledgerRecord) {
        if (ledgerRecord.event() instanceof Published published) {
            return of(published)
                    + published.origin().commit().map(commit -> "；提交 " + commit).orElse("")
                    + "；按 " + published.origin().asOf() + " 生成"
                    + published
                            .imported()
                            .map(from -> "；来自离线包里的发布批次 " + from.release())
                            .orElse("")
                    + (published.lost().isEmpty()
                            ? ""
                            : "；失效网址 " + published.lost().size() + " 个");
        }
        if (ledgerRecord.event() instanceof RolledBack back) {
            return "换回发布批次 " + back.release() + reason(back.reason());
        }
        if (ledgerRecord.event() instanceof Pruned pruned) {
            return "清理发布批次 " + String.join("、", pruned.releases());
        }
        if (ledgerRecord.event() instanceof EditionSealed edition) {
            return "封存 editions/" + edition.edition() + "/：" + edition.files() + " 个文件";
        }
        if (ledgerRecord.event() instanceof TakenDown taken) {
            return "撤下 " + taken.address() + reason(taken.reason()) + "；改动 "
                    + taken.resealed().size() + " 处";
        }
        if (ledgerRecord.event() instanceof Amended amended) {
            return "换回前注明后来的变动：" + amended.resealed().get(0).folder();
        }
        Restored restored = (Restored) ledgerRecord.event();
        return "允许重新公开 " + restored.address() + reason(restored.reason());
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : "（" + reason + "）";
    }
}
