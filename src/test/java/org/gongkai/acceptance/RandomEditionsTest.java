package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries with random histories, and an edition in between: it shows just what was out then and is not hidden today. */
@Tag("slow")
class RandomEditionsTest {

    private static final int ENTRIES = 60;
    private static final int COMMITS = 5;
    private static final int TAGGED = 1;

    private static final Map<String, List<String>> AUDIENCES =
            Map.of("qun-zhong", List.of("社会"), "dang", List.of("社会", "全党"));

    @TempDir
    private Path folder;

    /** An entry with its versions. */
    private static final class History {
        final int id;
        final List<State> states = new ArrayList<>();
        int moves;

        History(int id) {
            this.id = id;
        }

        String name() {
            return "独有"
                    + Integer.toString(id, 7)
                            .replace('0', '甲')
                            .replace('1', '乙')
                            .replace('2', '丙')
                            .replace('3', '丁')
                            .replace('4', '戊')
                            .replace('5', '己')
                            .replace('6', '庚')
                    + "完";
        }

        String path() {
            return "content/制度/" + (moves == 0 ? "" : "移" + moves + "/") + "e" + id + ".md";
        }

        State last() {
            return states.get(states.size() - 1);
        }

        /** What it said last before it was deleted, or says today. */
        State lastText() {
            for (int i = states.size() - 1; ; i--) {
                if (!states.get(i).deleted()) {
                    return states.get(i);
                }
            }
        }
    }

    private record State(String scope, String status, String date, boolean deleted) {

        boolean isSeenBy(List<String> scopes) {
            return scopes.contains(scope) && status.equals("已发布") && date.compareTo("2024-06-01") <= 0;
        }
    }

    @Test
    void showsJustWhatWasOutThenAndIsNotHiddenToday() throws IOException {
        histories(new Random(1));
    }

    private void histories(Random random) throws IOException {
        GitFolder git = new GitFolder(folder.resolve("source"));
        SiteFolder site = new SiteFolder(folder.resolve("source"))
                .file(
                        "content/_data/site.yml",
                        "名称: 示例支部\n受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 全党], 目录: dang}\n");
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            histories.add(new History(i));
        }
        for (int commit = 0; commit < COMMITS; commit++) {
            for (History history : histories) {
                change(history, commit, random, site);
            }
            git.commit("2024-0" + (commit + 1) + "-10", "甲委员", "第" + commit + "次");
            if (commit == TAGGED) {
                git.git("tag", "edition/then");
            }
        }

        Ran ran = run(
                "publish",
                "-s",
                site.root().toString(),
                "--to",
                folder.resolve("store").toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        for (Map.Entry<String, List<String>> audience : AUDIENCES.entrySet()) {
            Set<String> expected = new TreeSet<>();
            for (History history : histories) {
                State then = history.states.get(TAGGED);
                if (!then.deleted()
                        && then.isSeenBy(audience.getValue())
                        && then.date().compareTo("2024-02-10") <= 0
                        && history.lastText().isSeenBy(audience.getValue())) {
                    expected.add(history.name());
                }
            }
            assertThat(shown(folder.resolve("store/" + audience.getKey() + "/current/editions/then"), histories))
                    .as(audience.getKey())
                    .isEqualTo(expected)
                    .isNotEmpty();
        }
    }

    private static void change(History history, int commit, Random random, SiteFolder site) throws IOException {
        State before = commit == 0 ? new State("社会", "已发布", "2024-01-02", false) : history.last();
        State next = before;
        boolean moved = false;
        if (commit > 0) {
            switch (random.nextInt(12)) {
                case 0 -> next = new State("全党", before.status(), before.date(), before.deleted());
                case 1 -> next = new State("本单位", before.status(), before.date(), before.deleted());
                case 2 -> next = new State("社会", before.status(), before.date(), before.deleted());
                case 3 -> next = new State(before.scope(), "已撤回", before.date(), before.deleted());
                case 4 -> next = new State(before.scope(), "草稿", before.date(), before.deleted());
                case 5 -> next = new State(before.scope(), "已发布", before.date(), false);
                case 6 -> next = new State(before.scope(), before.status(), "2030-01-02", before.deleted());
                case 7 -> next = new State(before.scope(), before.status(), "2024-01-02", before.deleted());
                case 8 -> next = new State(before.scope(), before.status(), before.date(), true);
                case 9, 10 -> moved = !before.deleted();
                default -> {}
            }
        } else {
            next = new State(List.of("社会", "社会", "全党", "本单位").get(random.nextInt(4)), "已发布", "2024-01-02", false);
        }
        // What is deleted says nothing new.
        next = next.deleted() && before.deleted() ? before : next;
        if (next.deleted() && !before.deleted()) {
            next = new State(before.scope(), before.status(), before.date(), true);
        }
        if ((moved || next.deleted()) && Files.exists(site.root().resolve(history.path()))) {
            site.delete(history.path());
        }
        history.moves += moved ? 1 : 0;
        history.states.add(next);
        if (!next.deleted()) {
            List<String> header = new ArrayList<>(List.of(
                    "标题: 关于" + history.name() + "的说明",
                    "栏目: 制度",
                    "发布日期: " + next.date(),
                    "公开范围: " + next.scope(),
                    "状态: " + next.status()));
            if (history.id % 2 == 0) {
                header.add("索引号: A1/2024-" + String.format(java.util.Locale.ROOT, "%05d", history.id + 1));
            }
            String text = ("这里是" + history.name() + "的话，第几句都不一样。\n\n").repeat(4);
            site.file(history.path(), "---\n" + String.join("\n", header) + "\n---\n\n" + text);
        }
    }

    /** Of which entries anything stands anywhere in an edition. */
    private static Set<String> shown(Path edition, List<History> histories) throws IOException {
        Set<String> shown = new TreeSet<>();
        try (var files = Files.walk(edition)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                histories.stream().map(History::name).filter(text::contains).forEach(shown::add);
            }
        }
        return shown;
    }
}
