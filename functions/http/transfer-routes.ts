import type { Route } from './route.ts';
import {
  ApplyAssets,
  ApplyHouseholds,
  ApplyStaff,
  AssetExport,
  AssetFileIn,
  ComplaintExport,
  HouseholdExport,
  HouseholdFileIn,
  ImportCheck,
  ImportDone,
  StaffFileIn,
  TablePart,
} from './schemas/transfer.ts';

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const householdFile = () => base64('楼栋,房号,姓名,电话\n1 栋,1401,1401 业主,13900001401\n');
const staffFile = () => base64('姓名,英文名,邮箱,项目\n维修工丙,Repairer C,repairer-c@steward.example,东湖花园\n');
const assetFile = () => base64('编号,名称,类别,楼栋\nDT-B1-19,货梯,电梯,1 栋\n');
/** A file of 2 MB in base64, and what stands around it. */
const largest = 3 * 1024 * 1024;

/** Tables in and out: checked before anything is stored, safe to open in a spreadsheet. */
export const transferRoutes = {
  checkHouseholdImport: {
    method: 'POST',
    path: '/api/imports/households/check',
    summary: 'What importing a file of households would do; stores nothing',
    body: HouseholdFileIn,
    largest,
    response: ImportCheck,
    example: () => ({ site: 'east-lake', file: householdFile() }),
  },
  applyHouseholdImport: {
    method: 'POST',
    path: '/api/imports/households',
    summary: 'Import what the check with this token showed',
    body: ApplyHouseholds,
    largest,
    response: ImportDone,
    example: () => ({ site: 'east-lake', file: householdFile(), token: 'from-the-check' }),
  },
  checkStaffImport: {
    method: 'POST',
    path: '/api/imports/staff/check',
    summary: 'What importing a file of staff would do; stores nothing',
    body: StaffFileIn,
    largest,
    response: ImportCheck,
    example: () => ({ file: staffFile() }),
  },
  applyStaffImport: {
    method: 'POST',
    path: '/api/imports/staff',
    summary: 'Publish the staff that the check with this token showed',
    body: ApplyStaff,
    largest,
    response: ImportDone,
    example: () => ({ file: staffFile(), token: 'from-the-check', note: '新员工名单' }),
  },
  checkAssetImport: {
    method: 'POST',
    path: '/api/imports/assets/check',
    summary: 'What importing a file of assets would do; stores nothing',
    body: AssetFileIn,
    largest,
    response: ImportCheck,
    example: () => ({ site: 'east-lake', file: assetFile() }),
  },
  applyAssetImport: {
    method: 'POST',
    path: '/api/imports/assets',
    summary: 'Import what the check with this token showed',
    body: ApplyAssets,
    largest,
    response: ImportDone,
    example: () => ({ site: 'east-lake', file: assetFile(), token: 'from-the-check' }),
  },
  exportAssets: {
    method: 'GET',
    path: '/api/exports/assets',
    summary: 'Assets of a site as CSV, in parts',
    query: AssetExport,
    response: TablePart,
  },
  exportHouseholds: {
    method: 'GET',
    path: '/api/exports/households',
    summary: 'Households of a site as CSV, in parts',
    query: HouseholdExport,
    response: TablePart,
  },
  exportStaff: {
    method: 'GET',
    path: '/api/exports/staff',
    summary: 'Staff as CSV',
    response: TablePart,
  },
  exportComplaints: {
    method: 'GET',
    path: '/api/exports/complaints',
    summary: 'Complaints of a period as CSV, in parts',
    query: ComplaintExport,
    response: TablePart,
  },
} as const satisfies Record<string, Route>;
