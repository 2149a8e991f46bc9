package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.publish.bundle.PublishedSite;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.LockedStores;
import org.gongkai.publish.release.Takedown;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taking a page down where several audiences have a site each. */
@Tag("slow")
class TakedownAudiencesTest extends FolderFixture {

    private static final String COMMON = "articles/2024/a.html";
    private static final String INNER = "articles/2024/b.html";
    private static final String TWO = "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n";

    private PublishedSite published;
    private Path all;
    private Path members;

    @BeforeEach
    void aSiteForTwoAudiences() {
        published = new PublishedSite(folder);
        published.site.file("content/_data/site.yml", TWO);
        entry("content/a.md", "大家都看的内容", "公开范围: 社会");
        entry("content/b.md", "党员才看的内容", "公开范围: 本单位");
        entry("content/c.md", "留下来的内容", "公开范围: 社会");
        published.published();
        all = published.to.resolve("qun-zhong");
        members = published.to.resolve("dang");
    }

    private void entry(String file, String title, String... more) {
        String header = "---\n标题: " + title + "\n发布日期: 2024-01-02\n" + String.join("\n", more);
        published.site.file(file, header + "\n---\n\n正文是" + title + "。\n");
    }

    private Ran takeDown(String address, Path to) {
        return run("takedown", address, "--to", to, "--reason", "试");
    }

    private static String page(Path store, String address) throws IOException {
        return Files.readString(store.resolve("current").resolve(address));
    }

    private static String records(Path store) throws IOException {
        return Files.readString(store.resolve("records.jsonl"));
    }

    @Test
    void isGoneAtAllAudiences() throws IOException {
        Ran ran = takeDown(COMMON, published.to);

        assertThat(ran.out()).contains("已撤下 " + COMMON + "：" + all, "已撤下 " + COMMON + "：" + members);
        for (Path store : new Path[] {all, members}) {
            assertThat(page(store, COMMON)).contains("本页已撤下");
            assertThat(page(store, "index.html")).doesNotContain("大家都看的内容").contains("留下来的内容");
        }
        assertThat(published.verify("--all").status()).isZero();
        assertThat(published.publish().errors())
                .filteredOn(line -> line.startsWith("网址 " + COMMON + " 的页面已于 2024-06-01 撤下（试）"))
                .hasSize(2);
    }

    @Test
    void doesNotComeOutForMoreReadersLaterNorAtAnAudienceThatIsNew() throws IOException {
        assertThat(takeDown(INNER, published.to).status()).isZero();
        assertThat(all.resolve("current").resolve(INNER)).doesNotExist();
        assertThat(records(all)).contains("\"event\":\"takedown\"").contains("\"notices\":[]");

        entry("content/b.md", "换了范围的内容", "公开范围: 社会", "栏目: 别的");
        Ran wider = published.publish("--audience", "群众");
        assertThat(wider.status()).isEqualTo(1);
        assertThat(wider.err()).contains("网址 " + INNER + " 的页面已于 2024-06-01 撤下（试），源文件 content/b.md 里还有");

        published.site.file("content/_data/site.yml", TWO + "- {名称: 来宾, 范围: [社会], 目录: lai-bin}\n");
        Ran more = published.publish("--audience", "来宾");
        assertThat(more.status()).isEqualTo(1);
        assertThat(more.err()).contains("网址 " + INNER + " 的页面已于 2024-06-01 撤下（试），源文件 content/b.md 里还有");

        published.site.delete("content/b.md");
        assertThat(published.publish().status()).isZero();
        assertThat(published.publish("--audience", "来宾").status()).isZero();
        entry("content/b.md", "换了范围的内容", "公开范围: 社会", "栏目: 别的");
        assertThat(published.publish("--audience", "来宾").status()).isEqualTo(1);
        assertThat(all.resolve("current").resolve(INNER)).doesNotExist();
        assertThat(page(members, INNER)).contains("本页已撤下");
    }

    @Test
    void isTakenFromOneAudienceIfOneIsNamed() throws IOException {
        assertThat(takeDown(COMMON, all).status()).isZero();
        entry("content/a.md", "大家都看的内容", "公开范围: 本单位");

        assertThat(published.publish().status()).isZero();

        assertThat(page(all, COMMON)).contains("本页已撤下");
        assertThat(page(members, COMMON)).contains("大家都看的内容");
    }

    /** Takes the page down, and dies when the second store records it. */
    private void diesBetweenAudiences() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
        AtomicInteger records = new AtomicInteger();
        Disk disk = new Disk(
                (operation, path) -> {
                    if (operation.equals("move") && path.endsWith("records.jsonl") && records.incrementAndGet() > 1
                            || records.get() > 1) {
                        throw new Death();
                    }
                },
                false);
        LedgerWriter writer = new LedgerWriter("王芳", clock, Optional.empty());
        assertThatThrownBy(() -> {
                    try (LockedStores stores =
                            LockedStores.begin(published.to, Store.at(published.to), 0, clock, writer, disk)) {
                        new Takedown(stores, COMMON, "试", false).run();
                    }
                })
                .isInstanceOf(Death.class);
    }

    @Test
    @Promise("where it is interrupted, the next command")
    void isToldUntilItIsCompleteAndCompletedByTheNextCommand() throws IOException {
        diesBetweenAudiences();
        assertThat(page(all, COMMON)).contains("大家都看的内容");

        Ran verified = published.verify();
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out())
                .contains("  撤下还没有做完，读者可能还看得到；请再运行一次 takedown（连同 --reason），下一条发布、换回、撤下或清理的命令也会先接着做完：" + all);
        assertThat(run("doctor", "--to", published.to).out()).contains("撤下（qun-zhong）", "撤下还没有做完");
        assertThat(run("export", "bundle", "--to", all, "-o", folder.resolve("site.zip"))
                        .status())
                .isEqualTo(1);

        // Of one store only, and not by its own command.
        done("prune", "--to", members, "--keep", "5");

        assertThat(page(all, COMMON)).contains("本页已撤下");
        assertThat(page(members, COMMON)).contains("本页已撤下");
        assertThat(published.verify("--all").status()).isZero();
        assertThat(published.publish("--allow-lost").status()).isEqualTo(1);
    }

    @Test
    void isComparedWithTheOtherAudiences() throws IOException {
        String before = records(members);
        assertThat(takeDown(COMMON, published.to).status()).isZero();
        // As earlier versions of the program left it that died between the two.
        Files.writeString(members.resolve("records.jsonl"), before);

        Ran verified = published.verify();

        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out())
                .contains("别的公开对象已经撤下，这里没有；请再运行一次 takedown（连同 --reason）：这里也要撤的，--to 写各公开对象共同的文件夹；有意只撤那一个的，--to 写它的文件夹："
                        + COMMON + "（qun-zhong）");
        assertThat(run("doctor", "--to", published.to).out()).contains("撤下（dang）", COMMON + "（qun-zhong）");
    }

    @Test
    void isNotComparedIfOneAudienceWasMeant() {
        assertThat(takeDown(COMMON, all).status()).isZero();
        assertThat(published.verify("--all").status()).isZero();

        assertThat(takeDown(COMMON, published.to).status()).isZero();
        done("takedown", COMMON, "--to", members, "--undo", "--reason", "试");
        assertThat(published.verify("--all").status()).isZero();
    }

    private static final class Death extends Error {}

    @Test
    void allAreChangedOrNone() throws IOException {
        String before = records(all) + records(members);
        var seen = SiteFolder.files(published.to);
        Clock clock = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
        try (LockedStores other = LockedStores.begin(
                all, List.of(new Store(all)), 0, clock, new LedgerWriter("王芳", clock, Optional.empty()), new Disk())) {
            assertThat(other.all()).hasSize(1);
            assertThat(takeDown(COMMON, published.to).status()).isEqualTo(3);
            assertThat(records(all) + records(members)).isEqualTo(before);
        }
        Path manifest = all.resolve("current").toRealPath().resolve("manifest.json");
        String sealed = Files.readString(manifest);
        manifest.toFile().setWritable(true);
        Files.writeString(manifest, "{}");
        assertThat(takeDown(COMMON, published.to).status()).isEqualTo(1);
        Files.writeString(manifest, sealed);

        var now = SiteFolder.files(published.to);
        now.keySet().removeIf(path -> path.endsWith(".lock"));
        seen.keySet().removeIf(path -> path.endsWith(".lock"));
        assertThat(now).isEqualTo(seen);
        assertThat(takeDown(COMMON, published.to).status()).isZero();
    }
}
