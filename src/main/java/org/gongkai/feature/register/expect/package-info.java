/** What rules expect of the rows of a register. In: rows of a year, the organisation; out: expectations. */
package org.gongkai.feature.register.expect;
