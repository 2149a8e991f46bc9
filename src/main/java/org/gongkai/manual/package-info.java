/**
 * The secretaries' manual: a site whose source comes with the program. In comes a folder; out goes the site in it. Knows no
 * command and nothing of the desk, which shows it.
 */
package org.gongkai.manual;
