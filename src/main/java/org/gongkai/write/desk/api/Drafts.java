package org.gongkai.write.desk.api;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.write.desk.draft.Draft;
import org.gongkai.write.desk.draft.DraftJournal;
import org.gongkai.write.desk.text.EntryParts;

/** Drafts as pages send and receive them. */
record Drafts(DraftJournal journal, Clock clock) {

    private static final Pattern WINDOW = Pattern.compile("[0-9a-f]{16}");

    /** Records a text. */
    void put(String path, JsonObject body, String text) throws IOException {
        put(path, window(body), body.text("base"), text);
    }

    void put(String path, String window, String base, String text) throws IOException {
        journal.put(new Draft(path, window, base, text, clock.instant()));
    }

    /** Removes the draft of the window of a request. */
    void remove(String path, JsonObject body) throws IOException {
        journal.remove(path, window(body));
    }

    static String window(JsonObject body) {
        String window = body.text("window");
        if (!WINDOW.matcher(window).matches()) {
            throw new HttpFailure(400, "发来的内容不完整，请重新打开这一页。");
        }
        return window;
    }

    /** The drafts of an entry that differ from its file, the latest first; the others are removed. */
    List<Object> of(String path, String text) throws IOException {
        List<Object> different = new ArrayList<>();
        for (Draft draft : journal.of(path)) {
            if (draft.text().equals(text)) {
                journal.remove(path, draft.window());
            } else {
                different.add(json(draft));
            }
        }
        return different;
    }

    /** All drafts, the latest first. */
    List<Draft> all() throws IOException {
        return journal.all();
    }

    static Map<String, Object> json(Draft draft) {
        EntryParts parts = EntryParts.of(draft.path(), draft.text());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", draft.path());
        fields.put("window", draft.window());
        fields.put("base", draft.base());
        fields.put("time", draft.time().toString());
        fields.put("header", parts.header());
        fields.put("body", parts.body());
        return fields;
    }
}
