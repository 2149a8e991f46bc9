/**
 * Detection of personal data. Input: lines of text and the settings of the site. Output: problems. Independent of how
 * the lines were obtained.
 */
package org.gongkai.check.personal;
