/** WAHA: a request, a positive check of the answer, and tables from its words to ours. */
package com.clinni.whatsapp.gateway.waha;
