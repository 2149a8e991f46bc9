package org.gongkai.write.document.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.write.document.Block;

/** Finds the list of annexes (附件说明): {@code 附件：1.名单}, and {@code 2.办法} on the next line. */
public final class AnnexNames {

    private static final Pattern FIRST = Pattern.compile("附\\s*件\\s*[：:]\\s*(.*)");
    private static final Pattern NUMBERED = Pattern.compile("[1-9]\\d?\\s*[.．、]\\s*(\\S.*)");
    private static final Pattern NEXT = Pattern.compile("[\\s\u3000]+(?=[1-9]\\d?\\s*[.．、])|\n");
    private static final Pattern LABEL = Pattern.compile("附\\s*件\\s*[0-9" + ChineseNumeral.TO_TEN + "]*");

    private AnnexNames() {}

    /** Returns the names of the annexes whose text is not in the document itself. */
    static List<String> missing(List<Block> blocks) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Matcher first = FIRST.matcher(BlockText.of(blocks.get(i)));
            if (first.matches()) {
                add(first.group(1), names);
                for (int j = i + 1; j < blocks.size(); j++) {
                    Matcher next = NUMBERED.matcher(BlockText.of(blocks.get(j)));
                    if (!next.matches()) {
                        break;
                    }
                    names.add(name(next.group(1)));
                }
                break;
            }
        }
        boolean included = blocks.stream().map(BlockText::of).anyMatch(AnnexNames::isLabel);
        return included ? List.of() : names;
    }

    /** Whether a line is the label above the text of an annex. */
    public static boolean isLabel(String line) {
        return LABEL.matcher(FullWidth.narrow(line)).matches();
    }

    private static void add(String list, List<String> names) {
        for (String item : NEXT.split(list)) {
            Matcher numbered = NUMBERED.matcher(item.strip());
            String name = name(numbered.matches() ? numbered.group(1) : item);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
    }

    private static String name(String typed) {
        return typed.strip().replaceAll("[。；;，,]$", "");
    }
}
