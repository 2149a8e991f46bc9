package org.gongkai.write.form;

/** Finds the comment behind a value on the line of its field. */
final class YamlComment {

    private YamlComment() {}

    /**
     * Returns the index of the number sign of a comment; -1 if there is none.
     *
     * @param rest what follows the colon of a field
     */
    static int start(String rest) {
        int depth = 0;
        char quote = 0;
        boolean begins = true;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (quote != 0) {
                i += quote == '"' && c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
                continue;
            }
            boolean blank = c == ' ' || c == '\t';
            if (c == '#' && (i == 0 || rest.charAt(i - 1) == ' ' || rest.charAt(i - 1) == '\t')) {
                return i;
            }
            if (begins && (c == '"' || c == '\'')) {
                quote = c;
            }
            boolean opens = begins && (c == '[' || c == '{');
            depth += opens ? 1 : depth > 0 && (c == ']' || c == '}') ? -1 : 0;
            begins = blank && begins || opens || depth > 0 && (c == ',' || c == ':');
        }
        return -1;
    }
}
