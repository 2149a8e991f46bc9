package org.gongkai.site;

import java.time.LocalDate;

/**
 * What was done to the published site by a command and not by a commit. It names no entry.
 *
 * @param day the day, in the zone of the releases
 * @param kind what was done
 * @param reason why, as whoever did it wrote; may be empty
 */
public record Intervention(LocalDate day, Kind kind, String reason) {

    /** What can be done to a published site. */
    public enum Kind {
        ROLLED_BACK("网站换回了以前发布的内容"),
        TAKEN_DOWN("撤下了1个网页"),
        RESTORED("撤下的1个网页允许重新公开");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Returns what readers are told. */
        public String text() {
            return text;
        }
    }
}
