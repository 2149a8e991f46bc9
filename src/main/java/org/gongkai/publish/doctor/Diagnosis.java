package org.gongkai.publish.doctor;

/**
 * One thing that was looked at.
 *
 * @param level whether there is something to do
 * @param subject what it is about
 * @param text what was found, in a sentence without its full stop
 * @param remedy what to do; empty if there is nothing to do
 */
public record Diagnosis(Level level, String subject, String text, String remedy) {

    /** How urgent it is. */
    public enum Level {
        FINE("正常"),
        NOTE("留意"),
        BAD("要处理");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Diagnosis fine(String subject, String text) {
        return new Diagnosis(Level.FINE, subject, text, "");
    }

    static Diagnosis bad(String subject, String text, String remedy) {
        return new Diagnosis(Level.BAD, subject, text, remedy);
    }
}
