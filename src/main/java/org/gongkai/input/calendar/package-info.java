/**
 * Working days. Input: the official holiday plans, built in or provided by a site. Output: counts of working days;
 * empty for unknown years. Independent of entries.
 */
package org.gongkai.input.calendar;
