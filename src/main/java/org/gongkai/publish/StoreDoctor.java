package org.gongkai.publish;

import static org.gongkai.io.InstalledProgram.typed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.StoreCheck;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;

/**
 * Looks at the folder that sites are published to.
 *
 * @param folder the folder
 * @param clock the time of the machine
 */
public record StoreDoctor(Path folder, Clock clock) {

    /** So many times the space of the current release is enough for the next ones, as files are shared. */
    private static final int ENOUGH = 3;

    /** Below this, a publication may fail whatever the size of the site. */
    private static final long LEAST_SPACE = 200L << 20;

    /** Clocks of two machines differ by this. */
    private static final Duration DRIFT = Duration.ofMinutes(5);

    /** Returns what was found, in the order in which it is to be read. */
    public List<Diagnosis> diagnoses() throws IOException {
        List<Store> stores = Files.isDirectory(folder) ? Store.inUse(folder) : List.of();
        if (stores.isEmpty()) {
            return List.of(Diagnosis.bad("发布", "这里还没有发布过：" + folder, "运行 publish，或者装好钩子以后推送一次"));
        }
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (Store store : stores) {
            String name = stores.size() > 1 ? "（" + store.folder().getFileName() + "）" : "";
            release(store, name, diagnoses);
            diagnoses.add(owners(store, name));
        }
        diagnoses.add(space(stores));
        diagnoses.add(entrance(stores.get(0)));
        return diagnoses;
    }

    private void release(Store store, String name, List<Diagnosis> diagnoses) throws IOException {
        Ledger ledger;
        Optional<String> served;
        try {
            ledger = store.ledger();
            served = store.servedRelease();
        } catch (PublicationRefused e) {
            diagnoses.add(Diagnosis.bad(
                    "发布" + name, e.getMessage(), "修好以后再运行一次 doctor；verify " + typed(folder) + " 会查出是哪些文件"));
            return;
        }
        Optional<Release> current = ledger.current();
        if (current.isEmpty()) {
            diagnoses.add(Diagnosis.bad("发布" + name, "没有发布过的批次", "运行 publish，或者推送一次"));
            return;
        }
        String id = current.get().id();
        if (!served.equals(Optional.of(id)) || !Files.isDirectory(store.current())) {
            diagnoses.add(Diagnosis.bad(
                    "发布" + name,
                    "current 指着 " + served.orElse("别处") + "，发布记录里是 " + id,
                    "运行 rollback --to " + typed(store.folder()) + " " + id));
            return;
        }
        diagnoses.add(Diagnosis.fine(
                "发布" + name, "当前是 " + id + "，" + current.get().record().at()));
        OffsetDateTime last = ledger.last().orElseThrow().at();
        if (last.toInstant().isAfter(clock.instant().plus(DRIFT))) {
            diagnoses.add(Diagnosis.bad("时钟", "最后一条发布记录是 " + last + "，比本机的时间还晚", "核对本机的日期和时间（timedatectl）"));
        }
        for (Finding finding : new StoreCheck(store, Optional.empty()).takedowns()) {
            diagnoses.add(
                    Diagnosis.bad("撤下" + name, finding.where(), finding.kind().label()));
        }
        diagnoses.add(change(store, name));
    }

    /** A site that should have changed by itself was not published again. */
    private Diagnosis change(Store store, String name) throws IOException {
        Optional<Manifest> manifest = FolderContents.manifest(store.current());
        if (manifest.isEmpty()) {
            return Diagnosis.bad(
                    "清单" + name, "当前批次的 manifest.json 没有了或者读不出来", "运行 verify " + typed(folder) + "；从备份放回，或者再发布一次");
        }
        Optional<LocalDate> next = manifest.get().nextChange().map(LocalDate::parse);
        LocalDate today = LocalDate.now(clock);
        return next.filter(day -> day.isBefore(today))
                .map(day -> Diagnosis.bad(
                        "到期" + name,
                        day + " 该变的没有变",
                        "看定时任务有没有运行：systemctl list-timers 'gongkai*'；也可以马上运行 hooks run 或 publish"))
                .orElseGet(() -> Diagnosis.fine(
                        "到期" + name, next.map(day -> "下次变化是 " + day).orElse("内容不改就不必重新发布")));
    }

    /** Commands that were run as another user leave files that later ones cannot change. */
    private static Diagnosis owners(Store store, String name) throws IOException {
        TreeSet<String> owners = new TreeSet<>();
        for (Path file : List.of(store.folder(), store.records(), store.releases(), store.current())) {
            owners.add(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName());
        }
        String owner = Files.getOwner(store.folder()).getName();
        return owners.size() == 1
                ? Diagnosis.fine("主人" + name, "都归 " + owner)
                : Diagnosis.bad(
                        "主人" + name,
                        "文件归几个用户：" + String.join("、", owners),
                        "运行 chown -R " + owner + ": " + typed(store.folder()));
    }

    private Diagnosis space(List<Store> stores) throws IOException {
        long needed = LEAST_SPACE;
        for (Store store : stores) {
            needed += ENOUGH
                    * FolderContents.manifest(store.current()).stream()
                            .flatMap(manifest -> manifest.files().stream())
                            .mapToLong(Manifest.OutputFile::size)
                            .sum();
        }
        long left = folder.toFile().getUsableSpace();
        String text = "还有 " + (left >> 20) + " MB";
        return left >= needed
                ? Diagnosis.fine("磁盘", text)
                : Diagnosis.bad(
                        "磁盘",
                        text + "，至少要 " + (needed >> 20) + " MB",
                        "运行 prune --to " + typed(folder) + " --keep 10，或者加大磁盘");
    }

    /** Readers get nothing if the web server may not enter a folder on the way. */
    private static Diagnosis entrance(Store store) throws IOException {
        for (Path part = store.releases().toRealPath(); part != null; part = part.getParent()) {
            PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
            if (view != null && !view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return Diagnosis.bad("权限", "网页服务器进不了 " + part, "运行 chmod o+x " + typed(part));
            }
        }
        return Diagnosis.fine("权限", "网页服务器进得去");
    }

    /**
     * One thing that was looked at.
     *
     * @param isFine whether there is nothing to do
     * @param subject what it is about
     * @param text what was found, in a sentence without its full stop
     * @param remedy what to do; empty if there is nothing to do
     */
    public record Diagnosis(boolean isFine, String subject, String text, String remedy) {

        /** Something with which there is nothing to do. */
        public static Diagnosis fine(String subject, String text) {
            return new Diagnosis(true, subject, text, "");
        }

        static Diagnosis bad(String subject, String text, String remedy) {
            return new Diagnosis(false, subject, text, remedy);
        }
    }
}
