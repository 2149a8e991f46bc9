/**
 * The secretaries' manual, a site whose source is part of the program. In: a folder; out: the site in it. Knows nothing
 * of commands and of the desk, which shows it. The page of all rules in it is written by {@code ExplainCommandTest} from
 * {@code rules.ftl} beside that test, with {@code -Dgolden=renew}.
 */
package org.gongkai.manual;
