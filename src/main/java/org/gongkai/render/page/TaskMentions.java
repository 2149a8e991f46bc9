package org.gongkai.render.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.markup.HanCharacters;
import org.gongkai.render.model.TaskModel;
import org.jsoup.Jsoup;

/** Finds the tasks of a plan that a text does not mention. */
final class TaskMentions {

    /** The share of the pairs of characters of a task that a paragraph about it holds at least. */
    private static final double SHARE = 0.5;

    private TaskMentions() {}

    /**
     * Returns the tasks that no paragraph mentions, by what they are.
     *
     * @param html the body of a summary
     */
    static List<String> missing(List<TaskModel.Task> tasks, String html) {
        List<Set<String>> paragraphs =
                Jsoup.parseBodyFragment(html).select("p, li, td, th, h2, h3, h4").eachText().stream()
                        .map(TaskMentions::pairs)
                        .toList();
        return tasks.stream()
                .map(TaskModel.Task::content)
                .filter(task -> paragraphs.stream().noneMatch(paragraph -> mentions(paragraph, pairs(task))))
                .toList();
    }

    private static boolean mentions(Set<String> paragraph, Set<String> task) {
        long found = task.stream().filter(paragraph::contains).count();
        return found >= task.size() * SHARE;
    }

    /** The pairs of neighbouring Han characters; figures may have changed between plan and summary. */
    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (HanCharacters.isCjk(text.charAt(i)) && HanCharacters.isCjk(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }
}
