/**
 * Rules about secrecy markings and restrictions on distribution. Input: the lines of a text. Output: problems.
 */
package org.gongkai.check.text.secrecy;
