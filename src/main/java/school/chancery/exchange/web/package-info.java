/** The pages of «Загрузка данных». */
@NullMarked
package school.chancery.exchange.web;

import org.jspecify.annotations.NullMarked;
