/** How far messages came, as the gateway tells it later. */
package com.clinni.whatsapp.receipt;
