package org.gongkai.cli.release;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gongkai.publish.release.ledger.Event.EditionSealed;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Restored;
import org.gongkai.publish.release.ledger.Event.RolledBack;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.LedgerRecord;

/** A record of a store as one line for a person. */
public final class LedgerRecordText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private LedgerRecordText() {}

    public static String of(LedgerRecord entry) {
        return TIME.format(entry.at()) + "　" + entry.by() + "　" + what(entry);
    }

    private static String what(LedgerRecord entry) {
        if (entry.event() instanceof Published published) {
            return PublishReport.sentence(published)
                    + published.origin().commit().map(commit -> "；提交 " + commit).orElse("")
                    + "；按 " + published.origin().asOf() + " 生成"
                    + published
                            .origin()
                            .imported()
                            .map(from -> "；来自离线包里的版本 " + from.release())
                            .orElse("")
                    + (published.lost().isEmpty()
                            ? ""
                            : "；丢掉网址 " + published.lost().size() + " 个");
        }
        if (entry.event() instanceof RolledBack back) {
            return "换回版本 " + back.id() + because(back.reason());
        }
        if (entry.event() instanceof Pruned pruned) {
            return "清理版本 " + String.join("、", pruned.ids());
        }
        if (entry.event() instanceof EditionSealed edition) {
            return "封存 editions/" + edition.name() + "/：" + edition.files() + " 个文件";
        }
        if (entry.event() instanceof TakenDown taken) {
            return "撤下 " + taken.address() + because(taken.reason()) + "；改动 "
                    + taken.resealed().size() + " 处";
        }
        Restored restored = (Restored) entry.event();
        return "允许重新公开 " + restored.address() + because(restored.reason());
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : "（" + reason + "）";
    }
}
