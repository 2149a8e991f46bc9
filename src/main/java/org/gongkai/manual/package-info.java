/**
 * The secretaries' manual, a site whose source is part of the program. In: a folder; out: the site in it. Knows nothing
 * of commands and of the desk, which shows it.
 */
package org.gongkai.manual;
