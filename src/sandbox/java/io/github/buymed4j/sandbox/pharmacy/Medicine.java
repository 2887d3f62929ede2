package io.github.buymed4j.sandbox.pharmacy;

import java.util.List;

/** What a product is made of, whatever it is packed in. */
record Medicine(
        String name,
        String form,
        String unit,
        String volume,
        String retailUnit,
        int retailQuantity,
        String ingredient,
        String strength,
        String atc,
        String category,
        String manufacturer,
        long price) {
    static final List<Medicine> ALL = rows("""
            Paracetamol 500mg|Viên nén|Hộp|Hộp 10 vỉ x 10 viên|Viên|100|PARACETAMOL|500mg|N02BE|GIAM_DAU|SONGHAU|48000
            Ibuprofen 400mg|Viên nén bao phim|Hộp|Hộp 10 vỉ x 10 viên|Viên|100|IBUPROFEN|400mg|M01AE|GIAM_DAU|BINHMINH|62500
            Viên sủi hạ sốt cảm cúm|Viên sủi|Tuýp|Tuýp 10 viên|Viên|10|PARACETAMOL|500mg|N02BE|GIAM_DAU|SONGHAU|23500
            Amoxicillin 500mg|Viên nang|Hộp|Hộp 10 vỉ x 10 viên|Viên|100|AMOXICILLIN|500mg|J01CA|KHANG_SINH|TRUONGSON|89000
            Cefuroxim 500mg|Viên nén bao phim|Hộp|Hộp 2 vỉ x 5 viên|Viên|10|CEFUROXIM|500mg|J01DC|KHANG_SINH|TRUONGSON|74000
            Amlodipin 5mg|Viên nang|Hộp|Hộp 3 vỉ x 10 viên|Viên|30|AMLODIPIN|5mg|C08CA|TIM_MACH|BINHMINH|21500
            Losartan 50mg|Viên nén|Hộp|Hộp 3 vỉ x 10 viên|Viên|30|LOSARTAN|50mg|C09CA|TIM_MACH|THANGLONG|36500
            Atorvastatin 20mg|Viên nén bao phim|Hộp|Hộp 3 vỉ x 10 viên|Viên|30|ATORVASTATIN|20mg|C10AA|TIM_MACH|THANGLONG|41000
            Metformin 850mg|Viên nén|Hộp|Hộp 5 vỉ x 10 viên|Viên|50|METFORMIN|850mg|A10BA|TIM_MACH|BINHMINH|38000
            Omeprazol 20mg|Viên nang|Hộp|Hộp 3 vỉ x 10 viên|Viên|30|OMEPRAZOL|20mg|A02BC|TIEU_HOA|SONGHAU|27000
            Domperidon 10mg|Viên nén|Hộp|Hộp 10 vỉ x 10 viên|Viên|100|DOMPERIDON|10mg|A03FA|TIEU_HOA|CUULONG|31000
            Men vi sinh đường ruột|Cốm|Hộp|Hộp 20 gói x 3g|Gói|20|LACTOBACILLUS|10^8 CFU|A07FA|TIEU_HOA|CUULONG|85000
            Oresol cam bù nước|Bột pha uống|Hộp|Hộp 30 gói x 5,6g|Gói|30|NATRI_CLORID|520mg|A07CA|TIEU_HOA|SONGHAU|52000
            Bromhexin 8mg|Viên nén|Hộp|Hộp 10 vỉ x 20 viên|Viên|200|BROMHEXIN|8mg|R05CB|HO_HAP|THANGLONG|33000
            Siro ho bổ phế thảo dược|Siro|Chai|Chai 125ml|Chai|1|CAT_CANH|15g|R05CA|HO_HAP|CUULONG|39500
            Loratadin 10mg|Viên nén|Hộp|Hộp 10 vỉ x 10 viên|Viên|100|LORATADIN|10mg|R06AX|DI_UNG|BINHMINH|45000
            Cetirizin 10mg|Viên nén bao phim|Hộp|Hộp 10 vỉ x 10 viên|Viên|100|CETIRIZIN|10mg|R06AE|DI_UNG|TRUONGSON|29500
            Vitamin C 500mg|Viên nang|Chai|Chai 100 viên|Viên|100|ACID_ASCORBIC|500mg|A11GA|VITAMIN|SONGHAU|34000
            Vitamin 3B tổng hợp|Viên nén bao phim|Hộp|Hộp 10 vỉ x 10 viên|Viên|100|THIAMIN|125mg|A11DB|VITAMIN|CUULONG|58000
            Canxi D3 cho trẻ em|Siro|Hộp|Hộp 20 ống x 10ml|Ống|20|CALCI_GLUCOHEPTONAT|550mg|A12AX|VITAMIN|TRUONGSON|96000
            Kem bôi nấm da Clotrimazol 1%|Kem bôi da|Tuýp|Tuýp 15g|Tuýp|1|CLOTRIMAZOL|1%|D01AC|DA_LIEU|THANGLONG|18500
            Nước muối sinh lý Natri clorid 0,9%|Dung dịch|Chai|Chai 500ml|Chai|1|NATRI_CLORID|0,9%|B05CB|DA_LIEU|CUULONG|6500
            Dầu gió xanh con đại bàng|Dầu xoa|Chai|Chai 12ml|Chai|1|MENTHOL|2,4g|M02AX|GIAM_DAU|BINHMINH|27500
            Trà thảo mộc mát gan giải độc|Trà túi lọc|Hộp|Hộp 20 túi x 2g|Túi|20|ACTISO|1g|A05BA|THUC_PHAM|SONGHAU|44500
            Khẩu trang y tế 4 lớp kháng khuẩn|Vật tư|Hộp|Hộp 50 cái|Cái|50|VAI_KHONG_DET|4 lớp|V07AA|DUNG_CU|THANGLONG|31500
            """);

    private static List<Medicine> rows(String text) {
        return text.lines().map(Medicine::row).toList();
    }

    private static Medicine row(String line) {
        String[] cell = line.split("\\|", -1);
        return new Medicine(
                cell[0],
                cell[1],
                cell[2],
                cell[3],
                cell[4],
                Integer.parseInt(cell[5]),
                cell[6],
                cell[7],
                cell[8],
                cell[9],
                cell[10],
                Long.parseLong(cell[11]));
    }

    boolean isLiquid() {
        return List.of("Siro", "Dung dịch", "Dầu xoa").contains(form);
    }

    boolean isHerbal() {
        return name.contains("thảo");
    }
}
